// What was captured on this page and how far it has come: kept, not sent, saved. Also what waits since before the page
// was opened, for a page out of a cache knows nothing of it.
import { placeOf, show } from "./capture.js";
import { kept, state, waiting } from "./outbox.js";

const sent = new Set(), told = new Set();
const STATES = {
  offline: "Kept on this device, not sent yet",
  signed_out: "Kept on this device until you sign in",
  other_user: "Kept on this device: another account is signed in",
};

const wordsFor = (id, entry) => {
  if (!entry) return sent.has(id) ? "Saved" : ""; // without a word: another tab sent it, or it was discarded
  if (entry.halt) return "Not saved: see what waits, on top";
  if (!kept(entry)) return "Not kept on this device: leave this page open";
  return STATES[navigator.onLine ? state() : "offline"] ?? "Kept";
};
const say = () => {
  const left = new Map(waiting().map((entry) => [entry.id, entry]));
  for (const place of document.querySelectorAll("[data-entry]")) {
    const words = wordsFor(place.dataset.entry, left.get(place.dataset.entry));
    if (place.textContent !== words) place.textContent = words; // it is heard, so not twice
  }
};
document.addEventListener("outbox:sent", ({ detail }) => { sent.add(detail.entry.id); say(); });
for (const name of ["halted", "change"]) document.addEventListener(`outbox:${name}`, say);

/** Where the form, or a row, says it. */
const line = (parent, entry) => {
  const place = parent.querySelector("[data-entry]") ?? parent.appendChild(document.createElement("p"));
  Object.assign(place, { className: "soft", role: "status" });
  place.dataset.entry = entry.id;
};

/** A row for a question that I was asked, and the form empty for the next one. */
const askedOf = (form, entry, fields) => {
  const row = document.createElement("li"), head = document.createElement("h3"), answer = document.createElement("p");
  head.dir = answer.dir = "auto";
  head.textContent = fields.get("text");
  answer.textContent = fields.get("answer");
  row.append(head, ...(answer.textContent ? [answer] : []));
  document.querySelector("[data-asked-list]").append(row);
  form.reset();
  form.querySelector("[data-like]").replaceChildren();
  return row;
};

/** How far one of my questions has come. */
const answered = (form, fields) => {
  const { was, answer } = form.elements;
  const is = fields.get("answer") ? "answered" : fields.has("open") ? "planned" : "asked";
  const pill = form.closest("details").querySelector("[data-state]");
  pill.textContent = is;
  pill.classList.toggle("plain", is === "planned");
  was.value = answer.value;
};

/** A meeting that was begun here and is not sent yet stands in no list: the way back to it. */
const wayBack = (form, fields) => {
  const link = Object.assign(document.createElement("a"), { className: "button wide", href: placeOf(form, fields) });
  link.textContent = "On with the one you began";
  form.append(link);
};

/** Show that it was captured, and go on saying how far it has come. */
export const tell = (form, entry, fields) => {
  if (told.has(entry.id)) return; // it was waiting already when this came
  told.add(entry.id);
  if ("planned" in form.dataset) answered(form, fields);
  if ("unplanned" in form.dataset && navigator.serviceWorker?.controller) wayBack(form, fields);
  if ("asked" in form.dataset) line(askedOf(form, entry, fields), entry);
  else if ("someone" in form.dataset) line(document.querySelector(`form[action*="${fields.get("attendance")}"]`), entry);
  else line(form, entry);
  say();
};

const formOf = (address, fields) => [...document.querySelectorAll("form[data-capture]")].find((form) =>
  form.getAttribute("action") === address && [...fields.keys()].every((name) => form.elements[name])
  && (form.elements.dimension?.value ?? null) === fields.get("dimension"));
/** Whether the page came with it: the server has it, and only the answer was lost. */
const isThere = (fields) => [...document.querySelectorAll("[data-asked-list] > li")].some((row) =>
  row.querySelector("h3 a")?.textContent === fields.get("text"));

for (const entry of waiting()) {
  const fields = new URLSearchParams(entry.body), form = formOf(entry.address, fields);
  if (!form || ("asked" in form.dataset && isThere(fields))) continue;
  for (const field of form.querySelectorAll("input[type=text], textarea, select")) {
    if (fields.has(field.name)) field.value = fields.get(field.name);
  }
  show(form, fields);
  tell(form, entry, fields);
}
