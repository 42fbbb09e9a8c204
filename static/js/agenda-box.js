// The box for an agenda: the HTML of what is pasted goes along, files can be dropped, and one button
// pastes what was copied. Without this it is a text field and a file field.
for (const box of document.querySelectorAll("[data-agenda-box]")) {
  const text = box.querySelector("[data-agenda-text]");
  const html = box.querySelector("[data-agenda-html]");
  const file = box.querySelector("input[type=file]");
  const paste = box.querySelector("[data-agenda-paste]");
  const said = box.querySelector("[data-agenda-said]");
  const say = (words) => { paste.hidden = false; said.textContent = words; };
  const isTable = (markup) => /<(table|li|td)\b/i.test(markup); // else the text says it all

  const take = (words, markup) => {
    if (text.value.trim()) return false; // more is added to what is there: plain text then
    html.value = markup && isTable(markup) ? markup : "";
    return words;
  };

  text.addEventListener("paste", (event) => {
    const [words, markup] = ["text/plain", "text/html"].map((kind) => event.clipboardData.getData(kind));
    if (!take(words, markup)) { html.value = ""; return; }
    setTimeout(() => { text.dataset.pasted = text.value; });
  });
  text.addEventListener("input", () => {
    if (text.dataset.pasted !== undefined && text.value !== text.dataset.pasted) html.value = "";
  });

  for (const name of ["dragover", "dragleave", "drop"]) {
    box.addEventListener(name, (event) => {
      text.parentElement.classList.toggle("over", name === "dragover");
      if (name === "dragleave") return;
      if (name === "drop" && !event.dataTransfer.files.length) return; // text: the field takes it
      event.preventDefault();
      if (name === "drop") {
        file.files = event.dataTransfer.files;
        say(`“${file.files[0].name}” is chosen.`);
      }
    });
  }

  if (navigator.clipboard?.read) {
    paste.hidden = false;
    paste.querySelector("button").addEventListener("click", async () => {
      try {
        const [item] = await navigator.clipboard.read();
        const read = async (kind) =>
          item.types.includes(kind) ? (await item.getType(kind)).text() : "";
        const [words, markup] = await Promise.all(["text/plain", "text/html"].map(read));
        text.value = "";
        take(words, markup);
        text.value = text.dataset.pasted = words;
        say(words ? "Pasted." : "There is no text in what you copied.");
      } catch {
        say("The browser did not allow it. Press long in the field, then choose Paste.");
      }
      text.focus();
    });
  }
}
