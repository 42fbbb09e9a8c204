// A signed-in page and the service worker: start it, have it keep what is near, say what it has kept.
const OWN = /^user-\d+$/;
const OFTEN = 20_000; // at most once in that time, in ms

/** What this device has kept: {user, checked, visits}, or nothing. */
export const kept = async () => {
  try {
    const name = (await caches.keys()).find((key) => OWN.test(key));
    const list = name && (await (await caches.open(name)).match("/offline/pages/"));
    if (!list) return null;
    const { visits, ...found } = await list.json();
    return { ...found, visits: visits.filter(({ until }) => Date.now() < Date.parse(until)) };
  } catch {
    return null; // no caches at this address, or forbidden
  }
};

/** “Fri 14:02” */
export const stamp = (moment) => new Intl.DateTimeFormat("en-GB", {
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
if (document.body.dataset.kept) import(document.querySelector("[data-stale]").dataset.stale);

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
  // A page that something was captured on is kept anew once that is sent, or it would show less than there is.
  document.addEventListener("outbox:sent", ({ detail: { entry } }) => {
    if (entry.page) navigator.serviceWorker.controller?.postMessage({ again: entry.page });
  });
  navigator.serviceWorker.addEventListener("message", say);
  navigator.serviceWorker.register("/service-worker.js", { updateViaCache: "none" }).then(refresh, () => {});
  for (const name of ["pageshow", "visibilitychange", "online"]) addEventListener(name, refresh);
  say();
}
