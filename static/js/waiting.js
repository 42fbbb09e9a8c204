// What waits on this device: a list to look at, to try again, to copy or to discard; and the question
// before one logs out and leaves something behind. Loaded only when it is asked for.
import { count, drop, flush, kept, save, state, tell, waiting } from "./outbox.js";

const WHY = {
  gone: "what it belongs to is not there any more",
  too_long: "too long to be saved",
  full: "your notes have reached 500 MB",
  invalid: "something in it has to be changed",
  stale: "it was changed somewhere else meanwhile",
  refused: "the server could not read it",
};
const dialog = document.querySelector("dialog[data-waiting]");
const part = (name) => dialog.querySelector(`[data-part="${name}"]`);
const STUCK = {
  offline: "Not sent: no connection. It is tried again by itself.",
  signed_out: "Not sent: you are signed out. Log in, and it is sent.",
  other_user: "Another account is signed in on this device: it is sent when you log in again.",
};

/** What was written, without what only the server reads. */
const written = ([name, value]) => {
  if (!value || name === "was" || /^[0-9a-f-]{36}$/.test(value)) return [];
  return name === "rating" && value > 0 ? [`+${value}`] : [value];
};
const words = ({ text, body }) => text ?? [...new URLSearchParams(body)].flatMap(written).join("\n");

const draw = () => {
  const entries = waiting();
  part("rows").replaceChildren(...entries.map((entry) => {
    const row = part("row").content.cloneNode(true);
    const [what, why, text] = ["what", "why", "text"].map((name) => row.querySelector(`[data-${name}]`));
    what.textContent = entry.text === undefined ? entry.label : "A note";
    why.textContent = WHY[entry.halt] ?? (entry.conflict ? "two versions, both kept" : "not sent yet");
    text.textContent = words(entry);
    text.hidden = !text.textContent;
    row.querySelector("[data-drop]").addEventListener("click", ({ target }) => {
      if (!target.dataset.sure) { // it cannot be undone, so it asks
        target.dataset.sure = "yes";
        target.textContent = "Discard it for good";
        return;
      }
      drop(entry);
      tell("change");
      if (count()) draw();
      else dialog.close();
    });
    return row;
  }));
  return entries;
};

const retry = async () => {
  for (const entry of waiting()) if (entry.halt) { delete entry.halt; save(entry); }
  part("retry").disabled = true;
  await flush();
  part("retry").disabled = false;
  if (!count()) dialog.close();
  else draw();
  part("said").textContent = STUCK[state()] ?? "";
};

const open = (leaving) => {
  draw();
  const isLoose = !waiting().every(kept);
  part("leaving").hidden = isLoose || !leaving;
  part("kept").hidden = isLoose;
  part("loose").hidden = !isLoose;
  for (const button of dialog.querySelectorAll("[data-leave]")) button.hidden = !leaving;
  if (isLoose) part("keep").hidden = true; // it could not
  part("said").textContent = state() === "other_user" ? STUCK.other_user : "";
  part("retry").hidden = state() === "other_user";
  part("retry").onclick = retry;
  if (!dialog.open) dialog.showModal();
};

/** Show what waits. */
export const show = () => open(false);

/** Send what waits, then log out; where something is left, ask first. */
export const leave = async (form) => {
  const go = () => {
    form.dataset.leave = "yes";
    form.requestSubmit();
  };
  await flush();
  if (!count()) { go(); return; }
  open(true);
  part("retry").onclick = () => retry().then(() => count() || go());
  part("keep").onclick = go;
  part("discard").onclick = () => {
    waiting().forEach(drop);
    go();
  };
};
