// What the outbox does with its entries when it is its turn: sends them one after the other, and does with each answer
// what docs/notes.md says. An entry with `text` is a note.
import * as note from "./note-entry.js";
import { PREFIX, drop, flush, isAlone, isMine, locks, owner, read, save, state, tell, uuid, waiting } from "./outbox.js";

const SECONDS = 20; // until a request without an answer is given up
const RETRY = new Set([0, 408, 425, 429]);
const HALTS = { 404: "gone", 409: "stale", 413: "too_long", 422: "invalid" };
let fails = 0, timer = 0;

const form = {
  request: ({ address, op, body }) => ({
    method: "POST", address, body,
    headers: { "Content-Type": "application/x-www-form-urlencoded", "Idempotency-Key": op },
  }),
  take(entry, answer) {
    if (answer.status !== 200 || answer.saved !== true) return false;
    drop(entry);
    return true;
  },
  anew(entry) { entry.op = uuid(); },
};

const csrf = () => document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1] ?? "";
const ask = async ({ method, address, headers, body }) => {
  const control = new AbortController();
  const timeout = setTimeout(() => control.abort(), SECONDS * 1000);
  try {
    const response = await fetch(address, {
      method, body, redirect: "manual", cache: "no-store", signal: control.signal,
      keepalive: document.visibilityState === "hidden" && body.length < 15_000,
      headers: { ...headers, "X-Owner": owner, "X-CSRFToken": csrf() },
    });
    const answer = await response.json().catch(() => ({}));
    return { wait: Number(response.headers.get("Retry-After")), ...answer, status: response.status };
  } catch {
    return { status: 0 };
  } finally { clearTimeout(timeout); }
};

/** Whether the server itself said no: other words may come from a proxy, or a café's log-in page. */
const isFinal = ({ status, error }) =>
  status === 413 || (error && error !== "csrf" && status < 500 && !RETRY.has(status));

/** Send one entry. Whether the ones behind it may go now. */
const deliver = async (entry) => {
  const kind = entry.text === undefined ? form : note;
  const request = kind.request(entry);
  if (!request) return true;
  if (state() !== "offline") state("sending");
  let answer = await ask(request);
  if (answer.status === 403 && answer.error === "csrf") {
    await fetch("/account/", { cache: "no-store" }).catch(() => {}); // sets the cookie anew
    answer = await ask(request);
  }
  if ([200, 409].includes(answer.status) && kind.take(entry, answer)) {
    fails = 0;
    state("sending");
    tell("sent", { entry, answer });
    return true;
  }
  if (answer.status === 401 || answer.error === "other_user") {
    state(answer.status === 401 ? "signed_out" : "other_user");
    return false;
  }
  if (["op_reused", "headers_missing", "headers_malformed"].includes(answer.error)) kind.anew(entry);
  else if (isFinal(answer)) {
    entry.halt = answer.error === "full" ? "full" : HALTS[answer.status] ?? "refused";
    kind.anew(entry);
    save(entry);
    tell("halted", { entry });
    return true;
  }
  save(entry);
  fails += 1;
  const seconds = Math.min(60, Math.max(answer.wait || 1, 2 ** fails * (0.5 + Math.random() / 2)));
  clearTimeout(timer);
  timer = setTimeout(flush, seconds * 1000);
  state("offline");
  return answer.status === 500; // our own mistake with this one keeps up no other
};

/** Send an entry of this page, or one whose page is gone: a page that lives sends its own. */
const ifFree = (entry) => {
  if (isMine(entry)) return deliver(entry);
  if (locks) {
    return locks.request(PREFIX + entry.id, { ifAvailable: true }, (lock) => {
      const now = lock && read(PREFIX + entry.id);
      return now ? deliver(now) : true;
    });
  }
  return entry.text === undefined || isAlone(entry) ? deliver(entry) : true;
};

export const send = async () => {
  for (const entry of waiting()) if (!entry.halt && !(await ifFree(entry))) break;
};
