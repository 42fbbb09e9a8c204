// The service worker: pages for the time without a network. In front of it stand `const SHELL`, from
// views/offline.py, and kept-pages.js.
//
// static-<version>         files that pages are made of, and the page that says one is offline
// user-<id>                the list of what is kept for that user, and Now
// user-<id>-visit-<uuid>   a visit's day sheet and meetings
//
// There are caches of one user at most: the one for whom the last page came. They go when somebody else, or
// nobody, is logged in. Notes that wait are not here, and outlive all of it: outbox.js has them.
const STATIC = `static-${SHELL.version}`;
const LEAVING = "leaving"; // a log-out that the server has not heard of
const PATIENCE = 4_000; // ms for the network, where a kept page stands by
let slow = 0; // when that was not enough: for a while no page waits as long again

const navigate = async (request) => {
  const url = new URL(request.url), away = async () => (await keptPage(url, "offline")) ?? caches.match(SHELL.page);
  if (!(await sendLeaving())) return caches.match(SHELL.page);
  const network = fetch(request).then(async (answer) => {
    if (answer.ok) await forgetAllBut(answer.headers.get("X-User"));
    return answer;
  });
  network.catch(() => {}); // looked at below, where it is still of interest
  const isShort = request.cache === "default" && Date.now() - slow < 30_000; // unless one asks for it again
  const patience = new Promise((done) => { setTimeout(done, isShort ? PATIENCE / 8 : PATIENCE); });
  try {
    const answer = await Promise.race([network, patience]);
    if (answer && answer.status < 500 && !(answer.status === 404 && url.searchParams.has("kept"))) return answer;
    if (!answer) slow = Date.now();
    return (await keptPage(url, answer ? "away" : "slow")) ?? (await network);
  } catch {
    return away();
  }
};

// Leaving: what is kept goes at once; where there is no network, the server hears of it when there is.

/** Send a log-out that waits. False where that is still not possible: then nobody is shown anything. */
const sendLeaving = async () => {
  const cache = await caches.open(LEAVING);
  if (!(await cache.match(SHELL.logOut))) return true;
  try {
    const token = /name="csrfmiddlewaretoken" value="(\w+)"/.exec(await (await fetch(SHELL.logOut)).text())?.[1];
    const body = new URLSearchParams({ csrfmiddlewaretoken: token ?? "" });
    const answer = await fetch(SHELL.logOut, { method: "POST", body, redirect: "manual" });
    return answer.type === "opaqueredirect" && cache.delete(SHELL.logOut);
  } catch {
    return false;
  }
};
const leave = async (request) => {
  await forgetAllBut(null);
  try {
    return await fetch(request);
  } catch {
    await (await caches.open(LEAVING)).put(SHELL.logOut, new Response(""));
    return caches.match(SHELL.page);
  }
};
/** Whoever comes in may be somebody else. */
const enter = async (request) => {
  await forgetAllBut(null);
  return fetch(request);
};

addEventListener("install", (event) => event.waitUntil(keepShell().then(() => skipWaiting())));
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
let refreshing = null;
addEventListener("message", (event) => {
  if (event.data.again) event.waitUntil(again(event.data.again).catch(() => {}));
  if (event.data !== "refresh") return;
  refreshing ??= sendLeaving().then((sent) => sent && refresh())
    .catch(() => {}) // no network: next time
    .then(() => { refreshing = null; });
  event.waitUntil(refreshing);
});
addEventListener("fetch", (event) => {
  const { request } = event, url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.mode === "navigate" && request.method === "GET") event.respondWith(navigate(request));
  else if (request.mode === "navigate" && url.pathname === SHELL.logOut) event.respondWith(leave(request));
  else if (request.mode === "navigate" && SHELL.doors.includes(url.pathname)) event.respondWith(enter(request));
  else if (request.method === "GET" && url.pathname.startsWith("/static/")) {
    event.respondWith(caches.match(request, { ignoreVary: true }).then((file) => file ?? fetch(request)));
  }
});
