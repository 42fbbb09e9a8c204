// Quick marks: a tap puts “They said: ” at the beginning of a line in the note, where the cursor is.
const note = document.querySelector("textarea.note");

/** Write at the cursor as if it were typed, so that undo and autosave know of it. */
const write = (words) => {
  note.focus();
  if (document.execCommand("insertText", false, words)) return;
  note.setRangeText(words, note.selectionStart, note.selectionEnd, "end");
  note.dispatchEvent(new InputEvent("input", { bubbles: true }));
};

if (note) {
  // A note that nobody has been in is continued at its end.
  let been = false;
  note.addEventListener("focus", () => { been = true; });
  for (const bar of document.querySelectorAll("[data-marks]")) {
    bar.hidden = false;
    bar.addEventListener("pointerdown", (event) => event.preventDefault()); // the keyboard stays open
    bar.addEventListener("click", ({ target }) => {
      const mark = target.closest("[data-mark]");
      if (!mark) return;
      if (!been) note.setSelectionRange(note.value.length, note.value.length);
      const line = note.value.slice(0, note.selectionStart).split("\n").pop();
      write(`${line.trim() ? "\n" : ""}${mark.dataset.mark}: `);
    });
  }
}
