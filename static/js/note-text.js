// Texts of a note that meet: what differs between two, what two edits come to, and the last one that the server had.
import { disk, owner, read } from "./outbox.js";

/** The one range in which a text differs from an earlier one: where, and what stands there now. */
export const change = (was, is) => {
  let from = 0, end = was.length, to = is.length;
  while (from < end && from < to && was[from] === is[from]) from += 1;
  while (end > from && to > from && was[end - 1] === is[to - 1]) { end -= 1; to -= 1; }
  return { from, end, text: is.slice(from, to) };
};
/** What the server made of a sent text, with what was typed since; null where both touch one place. */
export const rebase = (sent, typed, made) => {
  if (typed === sent) return made;
  if (made === sent) return typed;
  const ours = change(sent, typed), theirs = change(sent, made);
  if (ours.end <= theirs.from) return typed.slice(0, ours.from + ours.text.length) + made.slice(ours.end);
  if (theirs.end <= ours.from) return made.slice(0, theirs.from + theirs.text.length) + typed.slice(theirs.end);
  return null;
};

/** What the server had last, as far as this device knows: a page out of a cache shows less. */
const LAST = (place) => `last/${owner}/${place}`;
export const last = (place) => read(LAST(place));
export const remember = (place, version, text, at) => {
  if (last(place)?.version >= version) return;
  try { disk.setItem(LAST(place), JSON.stringify({ version, text, at })); } catch { /* it only helps */ }
};
