// The errors of a form that came back: read out first, and each link leads into its field.
const show = (root) => {
  const summary = root.querySelector?.("[data-error-summary]");
  if (summary) summary.focus();
};

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("[data-error-summary] a");
  const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!field) return;
  event.preventDefault();
  field.scrollIntoView({ block: "center" });
  const first = field.matches("input, select, textarea") ? field : field.querySelector("input");
  (first || field).focus({ preventScroll: true });
});
document.addEventListener("htmx:afterSettle", (event) => show(event.target));
show(document);
