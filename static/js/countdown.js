// “in 12 minutes”, counted down on an open page; as `span` in interviews/when.py says it.
const span = (ms) => {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return "now";
  if (minutes < 90) return `in ${minutes} minute${minutes === 1 ? "" : "s"}`;
  return `in ${Math.round(minutes / 60)} hours`;
};

const tick = () => {
  for (const words of document.querySelectorAll("[data-in]")) {
    words.textContent = span(new Date(words.dataset.in) - Date.now());
  }
};

tick();
setInterval(tick, 15_000);
for (const name of ["pageshow", "visibilitychange"]) addEventListener(name, tick);
