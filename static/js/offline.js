// A signed-in page and the service worker: start it, have it keep what is near, say what it has kept.
const OWN = /^user-\d+$/;
const OFTEN = 20_000; // at most once in that time, in ms

/** What this device has kept: {user, checked, visits}, or nothing. */
export const kept = async () => {
  try {
    const name = (await caches.keys()).find((key) => OWN.test(key));
    const list = name && (await (await caches.open(name)).match("/offline/pages/"));
    return list && (await list.json());
  } catch {
    return null; // no caches at this address, or forbidden
  }
};

/** “Fri 14:02” */
const stamp = (moment) => new Intl.DateTimeFormat("en-GB", {
  weekday: "short", hour: "2-digit", minute: "2-digit", hour12: false,
}).format(new Date(moment)).replace(",", "");

const say = async () => {
  const list = await kept();
  for (const place of document.querySelectorAll("[data-ready]")) {
    const ready = list?.checked && list.visits.some((visit) => visit.id === place.dataset.ready);
    place.hidden = !ready;
    if (ready) place.textContent = `Ready offline, checked ${stamp(list.checked)}`;
  }
};

const own = document.documentElement.dataset.owner;
const since = document.body.dataset.kept;
if (since) {
  const note = document.createElement("p");
  Object.assign(note, { className: "message warning stale", role: "status" });
  note.textContent = `You are offline. This is how the page was on ${stamp(since)}.`;
  document.querySelector("main").prepend(note);
}

const refresh = async () => {
  if (document.visibilityState !== "visible") return;
  const worker = (await navigator.serviceWorker.ready).active, list = await kept();
  const key = `refreshed/${own}`;
  let last = 0;
  try { last = Number(sessionStorage.getItem(key)); } catch { /* then each page asks */ }
  if (`${list?.user}` === own && Math.abs(Date.now() - last) < OFTEN) return;
  try { sessionStorage.setItem(key, Date.now()); } catch { /* as above */ }
  worker.postMessage("refresh");
};

if (own && navigator.serviceWorker) {
  navigator.serviceWorker.addEventListener("message", say);
  navigator.serviceWorker.register("/service-worker.js", { updateViaCache: "none" }).then(refresh, () => {});
  for (const name of ["pageshow", "visibilitychange", "online"]) addEventListener(name, refresh);
  say();
}
