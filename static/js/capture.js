// What a captured form looks like at once, before the server has answered: it is kept, so show it.
// The forms go through outbox.js, which tells of each by the event `capture`.
const said = (form, words) => {
  const place = form.querySelector("[data-said]") ?? form.appendChild(document.createElement("p"));
  Object.assign(place, { className: "soft", role: "status" });
  place.dataset.said = "";
  place.textContent = words;
};

const rated = (form, rating) => {
  for (const button of form.querySelectorAll("[name=rating]")) {
    button.setAttribute("aria-pressed", `${button.value === rating}`);
  }
  const chosen = form.querySelector(`.ratings [value="${rating}"]`);
  const pill = form.closest("details").querySelector("summary .pill");
  if (chosen && pill) {
    pill.className = "pill";
    pill.textContent = [...chosen.childNodes].map((node) => node.textContent).join(" ");
  }
  form.elements.was.value = form.elements.observation.value;
};

/** Ids of what a form will make: fresh ones, for a page that was kept may be opened more than once. */
const renew = (form) => {
  for (const field of form.querySelectorAll("[data-new-id]")) field.value = crypto.randomUUID?.() ?? field.value;
};
document.querySelectorAll("form").forEach(renew);

/** A row for somebody who joined, to be remembered by a line, before the server knows of them. */
const joined = (form, fields) => {
  const template = document.querySelector("template[data-joined]");
  const id = fields.get("attendance");
  const name = fields.get("name")?.split(",")[0].trim()
    || form.querySelector(`[value="${fields.get("person")}"]`).textContent;
  const row = document.createElement("template");
  row.innerHTML = template.innerHTML.replaceAll(template.dataset.joined, id);
  for (const place of row.content.querySelectorAll("[data-name]")) place.textContent = name;
  for (const place of row.content.querySelectorAll("[data-capture]")) place.dataset.capture += name;
  template.before(row.content);
  renew(form); // the next one is somebody else
  form.querySelector(`button[value="${fields.get("person")}"]`)?.remove();
  if (form.elements.name) form.elements.name.value = "";
  document.getElementById("someone").hidePopover();
  document.getElementById(`id_${id}-remember`)?.focus();
};

/** On to the meeting that was not planned: as soon as the server has it, or at once without one. */
const begun = (form, entry, fields) => {
  const visit = form.getAttribute("action").split("/")[2];
  const address = `/meetings/${fields.get("id")}/?kept=${visit}`;
  const go = () => location.assign(address);
  document.addEventListener("outbox:sent", ({ detail }) => { if (detail.entry.id === entry.id) go(); });
  setTimeout(go, navigator.onLine ? 3_000 : 0);
};

document.addEventListener("capture", (event) => {
  const form = event.target, entry = event.detail, fields = new URLSearchParams(entry.body);
  if (fields.has("rating")) rated(form, fields.get("rating"));
  else if ("someone" in form.dataset) joined(form, fields);
  else if ("unplanned" in form.dataset) begun(form, entry, fields);
  if (fields.has("rating") || form.matches(".remember")) said(form, "Kept.");
});
