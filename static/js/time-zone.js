// Guess the time zone from the browser, where the server knows that name and nobody has chosen yet.
const guess = Intl.DateTimeFormat().resolvedOptions().timeZone;

for (const select of document.querySelectorAll("select[data-time-zone]")) {
  const options = [...select.options];
  const untouched = options.find((option) => option.defaultSelected)?.selected;
  if (untouched && options.some((option) => option.value === guess)) select.value = guess;
}
