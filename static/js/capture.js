// The capture page: what a captured form looks like at once, before the server has answered; and the quick marks.
// The forms go through outbox.js, which tells of each by the event `capture`. What the first sight of the page does
// without comes later: `more`, of which the first is captured.js.
import { kept, uuid } from "./outbox.js";

const more = document.querySelector("script[data-more]").dataset.more.split(" ");

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
  for (const field of form.querySelectorAll("[data-new-id]")) field.value = uuid();
};
document.querySelectorAll("form").forEach(renew);

/** A row for somebody who joined, to be remembered by a line, before the server knows of them. */
const joined = (form, fields) => {
  const template = document.querySelector("template[data-joined]");
  const id = fields.get("attendance"), field = `id_${id}-remember`;
  if (document.getElementById(field)) return;
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
  const menu = document.getElementById("someone");
  if (!menu.matches(":popover-open")) return;
  menu.hidePopover();
  document.getElementById(field)?.focus();
};

/** Where one writes of a meeting that was not planned. */
export const placeOf = (form, fields) =>
  `/meetings/${fields.get("id")}/?kept=${form.getAttribute("action").split("/")[2]}`;
/** On to it: as soon as the server has it, or from what this device keeps of it. */
const begun = (form, entry, fields) => {
  const go = () => location.assign(placeOf(form, fields));
  document.addEventListener("outbox:sent", ({ detail }) => { if (detail.entry.id === entry.id) go(); });
  if (kept(entry) && navigator.serviceWorker?.controller) setTimeout(go, navigator.onLine ? 1_500 : 0);
};

/** That form as it looks once it was captured. */
export const show = (form, fields) => {
  if (fields.has("rating")) rated(form, fields.get("rating"));
  else if ("someone" in form.dataset) joined(form, fields);
};

document.addEventListener("capture", ({ target: form, detail: entry }) => {
  const fields = new URLSearchParams(entry.body);
  if ("unplanned" in form.dataset) begun(form, entry, fields);
  show(form, fields);
  import(more[0]).then(({ tell }) => tell(form, entry, fields), () => {});
});
addEventListener("load", () => more.forEach((address) => import(address).catch(() => {})));

// Quick marks: a tap puts “They said: ” at the beginning of a line in the note, where the cursor is.
const note = document.querySelector("textarea.note");

/** Write at the cursor as if it were typed, so that undo and autosave know of it. */
const write = (words) => {
  note.focus();
  if (document.execCommand("insertText", false, words)) return;
  note.setRangeText(words, note.selectionStart, note.selectionEnd, "end");
  note.dispatchEvent(new InputEvent("input", { bubbles: true }));
};

if (note) {
  // A note that nobody has been in is continued at its end.
  let been = false;
  note.addEventListener("focus", () => { been = true; });
  for (const bar of document.querySelectorAll("[data-marks]")) {
    bar.hidden = false;
    bar.addEventListener("pointerdown", (event) => event.preventDefault()); // the keyboard stays open
    bar.addEventListener("click", ({ target }) => {
      const mark = target.closest("[data-mark]");
      if (!mark) return;
      if (!been) note.setSelectionRange(note.value.length, note.value.length);
      const line = note.value.slice(0, note.selectionStart).split("\n").pop();
      write(`${line.trim() ? "\n" : ""}${mark.dataset.mark}: `);
    });
  }
}
