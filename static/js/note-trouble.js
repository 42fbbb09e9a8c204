// What a note offers when it cannot simply be saved: two versions to choose from, or the text to take along.
import { flush } from "./outbox.js";
import { settle } from "./note-entry.js";

const box = (note, kind) => note.form.parentElement.querySelector(`[data-trouble="${kind}"]`);

/** Show what goes with that state, and nothing else. `note` is a field of note.js. */
export const offer = (note, kind) => {
  for (const one of note.form.parentElement.querySelectorAll("[data-trouble]")) one.hidden = one.dataset.trouble !== kind;
  const shown = box(note, kind);
  if (!shown) return;
  for (const button of shown.querySelectorAll("button, a")) {
    const act = ACTS[button.dataset.do];
    button.onclick = (event) => act?.(note, event);
  }
  if (kind !== "conflict") return;
  shown.querySelector("[data-theirs]").textContent = note.entry.conflict.text;
  shown.querySelector("[data-mine]").textContent = note.entry.text;
};

const choose = (choice) => (note) => {
  settle(note.entry, choice);
  note.settled();
  flush();
  note.field.focus();
};
const ACTS = {
  mine: choose("mine"),
  theirs: choose("theirs"),
  both: choose("both"),
  async copy({ field }, event) {
    try {
      await navigator.clipboard.writeText(field.value);
      event.target.textContent = "Copied";
    } catch {
      field.focus();
      field.select(); // to be copied by hand
    }
  },
  download({ field }) {
    const address = URL.createObjectURL(new Blob([field.value], { type: "text/plain" }));
    Object.assign(document.createElement("a"), { href: address, download: "note.txt" }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  },
};
