// What time changes on an open page: “now” and “next” on the day line, “in 12 minutes” wherever it stands.
// The same rules as interviews/dayline.py and `span` in interviews/when.py, by the device's own clock.
const days = [...document.querySelectorAll(".day[data-zone]")];
const rows = [...document.querySelectorAll(".dayline > [data-since]")];
const time = (text) => new Date(text).getTime();

/** The date there, as 2026-11-24. */
const dateIn = (zone, now) => {
  try {
    return new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(now);
  } catch {
    return ""; // a zone that this browser does not know
  }
};

const badge = (row, word) => {
  const what = row.querySelector(".what");
  let where = what.querySelector(".where");
  if (!where) {
    where = document.createElement("p");
    where.className = "where";
    what.querySelector("h3").after(where);
  }
  const pill = document.createElement("span");
  pill.className = "pill";
  pill.dataset.badge = "";
  pill.textContent = word;
  where.append(pill);
};

const mark = (now) => {
  const running = rows.findLast((row) => time(row.dataset.since) <= now && now < time(row.dataset.until));
  const today = days.some((day) => document.getElementById(`day-${dateIn(day.dataset.zone, now)}`));
  const next = today && rows.find((row) => time(row.dataset.since) > now);
  document.querySelectorAll(".dayline [data-badge]").forEach((pill) => pill.remove());
  for (const row of rows) {
    const quiet = "quiet" in row.dataset && row !== running;
    const held = row !== running && (row.classList.contains("held") || time(row.dataset.until) <= now);
    row.classList.toggle("now", row === running);
    row.classList.toggle("next", row === next);
    row.classList.toggle("quiet", quiet);
    row.classList.toggle("held", held);
    row.classList.toggle("planned", row !== running && !held);
    if (row === running) badge(row, "now");
    if (row === next) badge(row, "next");
  }
};

const span = (ms) => {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return "now";
  if (minutes < 90) return `in ${minutes} minute${minutes === 1 ? "" : "s"}`;
  return `in ${Math.round(minutes / 60)} hours`;
};

const tick = () => {
  mark(Date.now());
  for (const words of document.querySelectorAll("[data-in]")) {
    words.textContent = span(new Date(words.dataset.in) - Date.now());
  }
};

tick();
setInterval(tick, 15_000);
for (const name of ["pageshow", "visibilitychange"]) addEventListener(name, tick);
