// The chosen theme, before the first paint; then the switch in the menu, where there is one.
(() => {
  const root = document.documentElement;
  const kept = () => {
    try { return localStorage.getItem("theme") || ""; } catch { return ""; }
  };
  const bars = [...document.querySelectorAll("meta[name=theme-color]")]; // of light, and of dark
  const colours = bars.map(({ content }) => content);
  const apply = (theme) => {
    if (theme) root.dataset.theme = theme; else delete root.dataset.theme;
    bars.forEach((bar, n) => { bar.content = colours[["light", "dark"].indexOf(theme)] ?? colours[n]; });
  };
  apply(kept());
  addEventListener("storage", (event) => { if (event.key === "theme") apply(kept()); });
  document.addEventListener("DOMContentLoaded", () => {
    for (const group of document.querySelectorAll("[data-theme-switch]")) {
      group.hidden = false;
      for (const input of group.querySelectorAll("input")) input.checked = input.value === kept();
      group.addEventListener("change", ({ target }) => {
        try { localStorage.setItem("theme", target.value); } catch { /* private mode: until reload */ }
        apply(target.value);
      });
    }
  });
})();
