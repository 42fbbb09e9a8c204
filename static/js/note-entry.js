// A note that waits in the outbox: its states, and what an answer makes of it. Nothing here knows the page.
//
//   text, base   what is written, and the version that it was written over
//   sent         {op, base, text}, frozen while it is on its way; what is typed meanwhile is the next draft
//   conflict     {version, text, mine}: both texts are with the server, and the user chooses
//   branch       the id under which the server keeps the sent one of them
import { rebase, remember } from "./note-text.js";
import { drop, save, uuid } from "./outbox.js";

/** What to send; it freezes op and text. Nothing while the user has to choose. */
export const request = (entry) => {
  if (entry.conflict) return null;
  if (!entry.sent) {
    entry.sent = { op: uuid(), base: entry.base, text: entry.text };
    save(entry);
  }
  const [kind, id] = entry.place.split("/");
  return {
    method: "PUT", address: entry.address, body: entry.sent.text,
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Idempotency-Key": entry.sent.op,
      "If-Match": `"${entry.sent.base}"`,
      [kind === "visit" ? "X-Visit" : "X-Meeting"]: id,
    },
  };
};
/** The same text under another op. */
export const anew = (entry) => { entry.sent = null; };

/** Take in that the server has it. False where the answer is not one of ours. */
export const take = (entry, { status, id, version, saved_at: at, text, branch }) => {
  if (!version || (status === 409 && !branch)) return false;
  const sent = entry.sent.text, made = text ?? sent;
  anew(entry);
  entry.address = entry.address.replace(/[0-9a-f-]{36}/, id);
  entry.at = at;
  remember(entry.place, version, made, at);
  if (status === 409) {
    Object.assign(entry, { branch, conflict: { version, text, mine: sent } });
    if (entry.wants === "theirs" && entry.text === sent) settle(entry, "theirs");
    else save(entry);
    return true;
  }
  const next = rebase(sent, entry.text, made); // null: over the old version once more, and the server merges
  if (next !== null) Object.assign(entry, { text: next, base: version });
  entry.wants = null;
  if (next === made) drop(entry);
  else save(entry);
  return true;
};

/** What the user makes of two texts that the server has: "mine", "theirs" or "both". */
export const settle = (entry, choice) => {
  const { version, text, mine } = entry.conflict;
  Object.assign(entry, { conflict: null, wants: choice });
  if (choice !== "theirs" || entry.text === mine) entry.base = version;
  if (choice === "both") entry.text = `${text}\n\n${entry.text}`;
  // What was typed since has to be with the server too, before it is given up: it is sent once more.
  if (choice !== "theirs" || entry.text !== mine) return save(entry);
  entry.text = text;
  return drop(entry);
};
