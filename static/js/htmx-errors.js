// What to say when a request of htmx fails: honest, in words, and what is typed stays.
const place = document.getElementById("htmx-trouble");

const words = (status) => {
  if (status === 401) return "You are logged out. Copy what you typed, then log in again.";
  if (status === 403) return "This page was open for too long. Copy what you typed, then reload the page.";
  if (status === 404) return "This is no longer here. Reload the page to see what is.";
  if (status === 409) return "This was changed somewhere else. Reload the page to see how it is now.";
  if (status === 413) return "That is more than can be kept in one go. Shorten it and try again.";
  if (status === 429) return "Too many tries. Wait a minute, then try again.";
  return "Second Look could not keep that. What you typed is still here: try again in a minute.";
};

const say = (text) => { if (place) place.textContent = text; };

document.addEventListener("htmx:beforeRequest", () => say(""));
document.addEventListener("htmx:responseError", (event) => say(words(event.detail.xhr.status)));
for (const name of ["htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(name, () =>
    say("No connection. What you typed is still here: try again when you are online."));
}
