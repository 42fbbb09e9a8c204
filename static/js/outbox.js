// The outbox: what is captured on this device, kept until the server has answered. In order, once.
//
// A form with `data-capture="a tick"` goes through it (the words name it in lists): its fields go to its action
// with an op, so a repeat is harmless. The form hears `capture` (detail: the entry) when it is kept. The document:
//   outbox:sent    {entry, answer}  the server has it; answer.location and answer.said as the view said
//   outbox:halted  {entry}          entry.halt: gone, too_long, invalid, stale or refused: the user decides
//   outbox:change                   anything changed: ask count() and state()
// keep(entry)  writes {address, body, label, page} to this device, sends it soon, and returns it
// save(entry), drop(entry)  write it (again), let it go    kept(entry)  whether the device took it
// waiting()    this user's entries, in order               count()      how many; count("note/"): of notes
// flush()      send now                                    before(promise)  send nothing until then
// own(entry)   this page changes it, and sends it itself
// hold(id, {ifAvailable})  while this page lives nobody else sends that entry; whether we have it
export const owner = document.documentElement.dataset.owner ?? "";
export const PREFIX = `outbox/${owner}/`;
export const locks = navigator.locks; // absent in old browsers, and where the address is no secure one
const mine = new Map(); // what this page writes itself, and what the device would not take
const loose = new Set(); // ids of what the device would not take
const first = [];
let running = null, again = null, at = "idle";

export const disk = (() => { try { return window.localStorage; } catch { return null; } })();
export const uuid = () => crypto.randomUUID?.() ?? "10000000-1000-4000-8000-100000000000".replace(/[018]/g,
  (n) => (n ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (n / 4)))).toString(16));
export const tab = (() => { try { return (sessionStorage.tab ??= uuid()); } catch { return uuid(); } })();
export const tell = (name, detail) => document.dispatchEvent(new CustomEvent(`outbox:${name}`, { detail }));
export const read = (key) => { try { return JSON.parse(disk.getItem(key)); } catch { return null; } };

const keys = (prefix = PREFIX) => Object.keys(disk ?? {}).filter((key) => key.startsWith(prefix));
export const kept = (entry) => !loose.has(entry.id);
export const own = (entry) => mine.set(entry.id, entry);
/** Whether, without locks, the page that wrote it is most likely gone. */
export const isAlone = (entry) => locks || entry.tab === tab || Math.abs(Date.now() - entry.when) > 60_000;
export const isMine = (entry) => mine.has(entry.id);
export const count = (kind = "") => // "note/": notes only
  new Set([...keys(PREFIX + kind), ...[...mine.keys()].filter((id) => id.startsWith(kind)).map((id) => PREFIX + id)]).size;
export const before = (promise) => first.push(promise);
export const waiting = () => {
  const found = new Map(keys().map(read).filter((entry) => entry?.id).map((entry) => [entry.id, entry]));
  for (const [id, entry] of mine) found.set(id, entry);
  return [...found.values()].sort((one, other) => one.seq - other.seq);
};

/** idle, sending, offline, signed_out or other_user. */
export const state = (next) => {
  if (next && next !== at) { at = next; tell("change"); }
  return at;
};

export const save = (entry) => {
  // Clocks go wrong: the order is that of the entries before it.
  entry.seq ??= Math.max(Date.now(), ...waiting().map((other) => (other.seq ?? 0) + 1));
  Object.assign(entry, { when: Date.now(), tab });
  try {
    disk.setItem(PREFIX + entry.id, JSON.stringify(entry));
    loose.delete(entry.id);
    if (entry.text === undefined) mine.delete(entry.id); // it never changes: any page may send it
  } catch {
    loose.add(entry.id);
    mine.set(entry.id, entry);
  }
};
export const drop = (entry) => {
  mine.delete(entry.id);
  loose.delete(entry.id);
  try { disk.removeItem(PREFIX + entry.id); } catch { /* nothing of it is there */ }
};
export const hold = (id, options = {}) => new Promise((answer) => {
  if (!locks) { answer(true); return; }
  locks.request(PREFIX + id, options, (lock) => {
    answer(Boolean(lock));
    return lock && new Promise(() => {});
  }).catch(() => answer(true));
});
export const keep = (entry) => {
  entry.id ??= uuid();
  entry.op ??= uuid();
  save(entry);
  navigator.storage?.persist?.();
  tell("change");
  flush();
  return entry;
};

const lazy = document.querySelector("script[data-sender]")?.dataset; // modules that few pages need
const lazily = (address) => import(address).catch(() => import(`${address}?again`)); // some browsers keep a failure
const sender = () => lazily(lazy.sender);
const run = async () => {
  await Promise.all(first);
  if (count()) await sender().then(({ send }) => send(), () => { state("offline"); setTimeout(flush, 5000); });
  if (at === "sending") at = "idle";
  tell("change");
};
export const flush = () => {
  if (!owner || at === "other_user") return null;
  if (running) { again = true; return running; }
  running = (locks ? locks.request(`${PREFIX}sender`, run) : run()).catch(() => {}).then(() => {
    const once = again;
    running = again = null;
    return once ? flush() : null;
  });
  return running;
};

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || !owner) return;
  if (form.matches("[data-capture]")) {
    event.preventDefault();
    const fields = new URLSearchParams(new FormData(form, event.submitter));
    fields.delete("csrfmiddlewaretoken");
    const address = form.getAttribute("action");
    const entry = keep({ address, body: `${fields}`, label: form.dataset.capture, page: location.pathname });
    form.dispatchEvent(new CustomEvent("capture", { bubbles: true, detail: entry }));
  } else if (form.matches("[data-logout]") && count() && !form.dataset.leave) {
    event.preventDefault();
    lazily(lazy.waiting).then(({ leave }) => leave(form), () => {
      form.querySelector("button").textContent = "Log out: no connection yet"; // the question cannot be asked
    });
  } else if (form.matches("[data-logout]")) {
    for (const key of keys(`last/${owner}/`)) disk.removeItem(key);
  }
});

document.addEventListener("outbox:change", () => {
  const n = count();
  const stuck = n && (!["idle", "sending"].includes(at) || !navigator.onLine || waiting().some((entry) => entry.halt || entry.conflict));
  for (const button of document.querySelectorAll("[data-outbox]")) {
    button.hidden = !stuck;
    button.querySelector("[data-n]").textContent = n;
    button.setAttribute("aria-label", `${n} waiting${loose.size ? ", not kept" : ""} on this device`);
  }
});
document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-outbox]")) return;
  if (at === "signed_out") location.assign(`/account/login/?next=${encodeURIComponent(location.pathname)}`);
  else lazily(lazy.waiting).then(({ show }) => show(), () => {});
});

if (owner) {
  for (const entry of waiting()) if (entry.halt === "gone") { delete entry.halt; save(entry); }
  // While there is a network: it may be gone when they are needed.
  addEventListener("focusin", () => Promise.all([sender(), import(lazy.waiting)]).catch(() => {}), { once: true });
  for (const name of ["online", "pageshow"]) addEventListener(name, flush);
  document.addEventListener("visibilitychange", flush);
  addEventListener("offline", () => tell("change")); // what another page keeps is now known to wait
  addEventListener("beforeunload", (event) => loose.size && event.preventDefault()); // the tab has all there is
  addEventListener("storage", ({ key }) => {
    if (key === `seen/${owner}`) { at = "idle"; flush(); } // signed in again, in another tab
    else if (key?.startsWith(PREFIX)) tell("change");
  });
  try { disk.setItem(`seen/${owner}`, Date.now()); } catch { /* each tab finds out by itself */ }
}
