// Pointing at a meeting, or coming to it by keyboard, marks the lines of the text it was read from.
const form = document.querySelector("[data-agenda-lines]");
let shown = null;

const mark = (row) => {
  if (!row || row === shown) return;
  document.querySelectorAll(".marked").forEach((line) => line.classList.remove("marked"));
  shown?.classList.remove("pointed");
  shown = row;
  row.classList.add("pointed");
  const lines = row.dataset.lines.split(" ").filter(Boolean)
    .map((number) => document.getElementById(`line-${number}`))
    .filter(Boolean);
  lines.forEach((line) => line.classList.add("marked"));
  const box = lines[0]?.parentElement;
  if (box && box.scrollHeight > box.clientHeight) {
    box.scrollTop += lines[0].getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3;
  }
};

for (const name of ["pointerover", "focusin", "click"]) {
  form?.addEventListener(name, (event) => mark(event.target.closest("[data-lines]")));
}
