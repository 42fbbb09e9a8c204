// On the page for the time without a network: which pages this device has kept. Opened again, it tries the network.
import { kept } from "./offline.js";

const list = document.querySelector("[data-kept-list]");
const found = await kept();
for (const visit of found?.visits ?? []) {
  const row = list.querySelector("ul").appendChild(document.createElement("li"));
  const link = row.appendChild(document.createElement("a"));
  link.href = visit.pages[0];
  link.textContent = `Day sheet: ${visit.name}`;
}
list.hidden = !found?.pages;
addEventListener("online", () => location.reload());
