// Letters: take a passage up where the cursor is, copy the letter, and ask “Sent?” on coming back.
const body = document.querySelector("[data-letter]");
let typedIn = false; // until then the server finds the place for a passage
body?.addEventListener("focus", () => { typedIn = true; });

document.addEventListener("click", (event) => {
  const take = event.target.closest("[data-take]");
  if (!take || !typedIn) return;
  event.preventDefault();
  const text = take.closest("li").querySelector(".words").textContent.trim();
  const { selectionStart: from, selectionEnd: to, value } = body;
  const before = /\S$/.test(value.slice(0, from)) ? " " : "";
  const after = /^[\p{L}\p{N}]/u.test(value.slice(to)) ? " " : "";
  body.setRangeText(before + text + after, from, to, "end");
  body.focus();
  take.disabled = true;
});

// A way out leads to another program, which may cover the page or only take the focus from it.
let away = false;
const ask = () => {
  if (!away || document.visibilityState !== "visible") return;
  away = false;
  document.getElementById("sent")?.focus();
};
document.addEventListener("visibilitychange", ask);
for (const name of ["focus", "pageshow", "afterprint"]) window.addEventListener(name, ask);
window.addEventListener("beforeprint", () => { away = true; });
document.querySelectorAll("[data-way]").forEach((way) => way.addEventListener("click", () => { away = true; }));

const copy = document.querySelector("[data-copy]");
if (copy && navigator.clipboard) {
  copy.hidden = false;
  copy.querySelector("button").addEventListener("click", async () => {
    const said = document.querySelector("[data-copied]");
    try {
      await navigator.clipboard.writeText(document.querySelector("[data-text]").textContent);
      said.textContent = "Copied. Paste it into your mail, then say here that it was sent.";
      away = true;
    } catch {
      said.textContent = "The browser did not allow it. Mark the letter and copy it by hand.";
    }
  });
}
