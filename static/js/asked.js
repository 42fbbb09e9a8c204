// Questions on the meeting page: what I answered to like ones while one is typed, and what a captured
// form looks like before the server has answered.
const WAIT = 350; // milliseconds after the last key
const form = document.querySelector("[data-asked]");
const place = form?.querySelector("[data-like]");
let timer = 0, asking = null;

/** Without a network the part stays empty: it is a help, and no trouble to tell of. */
const look = async () => {
  asking?.abort();
  asking = new AbortController();
  try {
    const { signal } = asking, body = new URLSearchParams({ text: form.elements.text.value });
    const token = form.elements.csrfmiddlewaretoken.value;
    const answer = await fetch(form.dataset.asked, {
      method: "POST", body, signal, redirect: "error", headers: { "HX-Request": "true", "X-CSRFToken": token },
    });
    if (answer.ok) place.innerHTML = await answer.text();
  } catch { /* offline, or another key came first */ }
};
form?.querySelector("[data-look]").remove();
form?.elements.text.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(look, WAIT);
});

/** A row for it, and the form empty for the next one. */
const tookDown = (fields) => {
  const row = document.createElement("li"), head = document.createElement("h3"), words = document.createElement("p");
  head.dir = words.dir = "auto";
  head.textContent = fields.get("text");
  words.textContent = fields.get("answer");
  row.append(head, words);
  document.querySelector("[data-asked-list]").append(row);
  form.reset();
  place.replaceChildren();
};

/** How far one of my questions has come. */
const answered = (target, fields) => {
  const { was, answer } = target.elements;
  const state = fields.get("answer") ? "answered" : fields.has("open") ? "planned" : "asked";
  const pill = target.closest("details").querySelector("[data-state]");
  pill.textContent = state;
  pill.classList.toggle("plain", state === "planned");
  was.value = answer.value;
};

document.addEventListener("capture", ({ target, detail }) => {
  const fields = new URLSearchParams(detail.body);
  if (target === form) tookDown(fields);
  else if ("planned" in target.dataset) answered(target, fields);
});
