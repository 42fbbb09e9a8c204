// The service worker's caches of one user's pages: keeping them, showing them, letting them go.
// Part of the worker, after `const SHELL` and before service-worker.js; docs/offline.md has the rules.
const OF_USER = /^user-(\d+)(-visit-.+)?$/;
const FRESH = 10 * 60_000; // ms in which kept pages are not fetched again, unless the visits changed
let generation = 0; // changes when a user's caches go: what was fetched for them is then dropped

const owners = async () => (await caches.keys()).filter((name) => OF_USER.test(name));
const forgetAllBut = async (user) => {
  const gone = (await owners()).filter((name) => OF_USER.exec(name)[1] !== user);
  if (gone.length) generation += 1;
  await Promise.all(gone.map((name) => caches.delete(name)));
};

const visitName = (user, { id }) => `user-${user}-visit-${id}`;
const visitCache = (user, visit) => caches.open(visitName(user, visit));
/** {user, checked, version, pages, visits} of the one user. Visits whose time is over go, with their pages. */
const kept = async () => {
  const name = (await owners()).find((one) => !one.includes("visit"));
  const list = name && (await (await caches.open(name)).match(SHELL.list));
  if (!list) return null;
  const found = await list.json(), isOver = ({ until }) => Date.now() >= Date.parse(until);
  await Promise.all(found.visits.filter(isOver).map((visit) => caches.delete(visitName(found.user, visit))));
  return { ...found, visits: found.visits.filter((visit) => !isOver(visit)) };
};
/** The cache that this page is kept in, if it is. */
const cacheOf = async (list, path) => {
  if (list.pages?.includes(path)) return caches.open(`user-${list.user}`);
  const visit = list.visits.find(({ pages }) => pages.includes(path));
  return visit && visitCache(list.user, visit);
};

// Keeping

const store = async (cache, path, user, mine) => {
  const answer = await fetch(path, { redirect: "manual", cache: "no-store" });
  if (!answer.ok || answer.headers.get("X-User") !== user) return cache.delete(path);
  const headers = new Headers(answer.headers);
  for (const name of ["Content-Encoding", "Content-Length"]) headers.delete(name);
  headers.set("X-Kept", new Date().toISOString());
  const text = await answer.text();
  if (generation === mine) await cache.put(path, new Response(text, { headers }));
  return true;
};

const keepShell = async () => (await caches.open(STATIC)).addAll([...SHELL.files, SHELL.page]);
const refresh = async () => {
  if (!(await caches.has(STATIC))) await keepShell(); // somebody, or the browser, has cleared the caches
  const answer = await fetch(SHELL.list, { redirect: "manual", cache: "no-store" });
  if (answer.type === "opaqueredirect" || answer.status === 401) await forgetAllBut(null);
  if (!answer.ok) return;
  const list = await answer.json(), user = String(list.user), before = await kept();
  await forgetAllBut(user);
  const mine = generation;
  const isSame = before?.version === list.version && Date.now() - Date.parse(before.checked) < FRESH;
  for (const visit of isSame ? [] : list.visits) {
    const cache = await visitCache(user, visit);
    for (const path of visit.pages) await store(cache, path, user, mine);
    for (const { url } of await cache.keys()) {
      if (!visit.pages.includes(new URL(url).pathname)) await cache.delete(url);
    }
  }
  const own = await caches.open(`user-${user}`);
  for (const path of isSame ? [] : list.pages) await store(own, path, user, mine);
  list.checked = isSame ? before.checked : new Date().toISOString();
  if (generation !== mine) return;
  await own.put(SHELL.list, new Response(JSON.stringify(list)));
  const names = new Set([STATIC, LEAVING, `user-${user}`, ...list.visits.map((visit) => visitName(user, visit))]);
  for (const name of await caches.keys()) if (!names.has(name)) await caches.delete(name);
  await clients.claim(); // pages, too, that were on their way when the worker came
  for (const client of await clients.matchAll({ includeUncontrolled: true })) client.postMessage("kept");
};
const changed = new Set();
/** Keep that page anew, where it is one of those: something that was captured on it is now with the server. */
const again = async (page) => {
  if (changed.add(page).size > 1) return;
  await new Promise((done) => { setTimeout(done, 1_000); }); // often several are sent at once
  const paths = [...changed], list = await kept(), mine = generation;
  changed.clear();
  for (const path of paths) {
    const cache = list && (await cacheOf(list, path));
    if (cache) await store(cache, path, String(list.user), mine);
  }
};

// Showing

const asKept = async (answer, why, ids = []) => {
  const words = `<body data-kept="${answer.headers.get("X-Kept")}" data-why="${why}"`;
  let text = (await answer.text()).replace("<body", words);
  ids.forEach((id, n) => { text = text.replaceAll(SHELL.blank[n], id); });
  return new Response(text, { headers: answer.headers });
};

/** That page as it was kept, or nothing. `why` it is shown: "offline", "slow", or "away" of the server; "new": only here. */
const keptPage = async ({ pathname, searchParams }, why) => {
  const list = await kept();
  if (!list) return null;
  const now = new Date().toISOString();
  if (pathname === SHELL.now) {
    const begun = list.visits.filter((visit) => visit.now[0][0] <= now);
    // Of a visit that went by without a network, the kept Now knows less than its day sheet.
    const visit = begun.find(({ over }) => now < over) ?? begun.findLast(({ over }) => list.checked < over);
    if (visit) return Response.redirect(visit.now.findLast(([at]) => at <= now)[1]);
  }
  const page = await (await cacheOf(list, pathname))?.match(pathname);
  if (page) return asKept(page, why);
  // A meeting that was begun without a network: its page is made of the blank one.
  const id = searchParams.has("kept") && /^\/meetings\/([0-9a-f-]{36})\/$/.exec(pathname)?.[1];
  const visit = list.visits.find((one) => one.id === searchParams.get("kept"));
  const blank = id && visit && (await (await visitCache(list.user, visit)).match(visit.blank));
  return blank ? asKept(blank, "new", [id, crypto.randomUUID()]) : null;
};
