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

/** {user, checked, version, pages, visits} of the one user, without visits whose time is over. */
const kept = async () => {
  const name = (await owners()).find((one) => !one.includes("visit"));
  const list = name && (await (await caches.open(name)).match(SHELL.list));
  if (!list) return null;
  const found = await list.json();
  return { ...found, visits: found.visits.filter(({ until }) => Date.now() < Date.parse(until)) };
};
const visitCache = (user, visit) => caches.open(`user-${user}-visit-${visit.id}`);

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

const refresh = async () => {
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
  const names = new Set([STATIC, LEAVING, `user-${user}`, ...list.visits.map(({ id }) => `user-${user}-visit-${id}`)]);
  for (const name of await caches.keys()) if (!names.has(name)) await caches.delete(name);
  await clients.claim(); // pages, too, that were on their way when the worker came
  for (const client of await clients.matchAll({ includeUncontrolled: true })) client.postMessage("kept");
};

// Showing

const asKept = async (answer, ids = []) => {
  let text = (await answer.text()).replace("<body", `<body data-kept="${answer.headers.get("X-Kept")}"`);
  ids.forEach((id, n) => { text = text.replaceAll(SHELL.blank[n], id); });
  return new Response(text, { headers: answer.headers });
};

const keptPage = async ({ pathname, searchParams }) => {
  const list = await kept();
  if (!list) return null;
  const now = new Date().toISOString();
  if (pathname === SHELL.now) {
    for (const visit of list.visits) {
      const turn = visit.now.findLast(([at]) => at <= now);
      if (turn && now < visit.over) return Response.redirect(turn[1]);
    }
  }
  const own = list.pages?.includes(pathname) && (await (await caches.open(`user-${list.user}`)).match(pathname));
  if (own) return asKept(own);
  for (const visit of list.visits) {
    const page = await (await visitCache(list.user, visit)).match(pathname);
    if (page) return asKept(page);
  }
  // A meeting that was begun without a network: its page is made of the blank one.
  const id = searchParams.has("kept") && /^\/meetings\/([0-9a-f-]{36})\/$/.exec(pathname)?.[1];
  const visit = list.visits.find((one) => one.id === searchParams.get("kept"));
  const blank = id && visit && (await (await visitCache(list.user, visit)).match(visit.blank));
  return blank ? asKept(blank, [id, crypto.randomUUID()]) : null;
};
