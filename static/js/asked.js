// While a question that I was asked is typed: what I answered to like ones.
const WAIT = 350; // milliseconds after the last key
const form = document.querySelector("[data-asked]");
const place = form?.querySelector("[data-like]");
let timer = 0, asking = null;

/** What was ticked as the same question stays, also where what was typed since is not like it. */
const show = (html) => {
  const ticked = place.querySelector("input:checked"), kept = ticked?.closest("li");
  place.innerHTML = html;
  if (!ticked || (ticked.value === "none" && !place.querySelector("ul"))) return;
  const again = place.querySelector(`input[value="${ticked.value}"]`);
  if (again) { again.checked = true; return; }
  const list = place.querySelector("ul") ?? place.appendChild(Object.assign(document.createElement("ul"), { className: "like" }));
  list.prepend(kept);
};

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
    if (answer.ok) show(await answer.text());
  } catch { /* offline, or another key came first */ }
};
form?.querySelector("[data-look]").remove();
form?.elements.text.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(look, WAIT);
});
