// A call taken down: the outbox keeps it and sends it; then on to where it stands.
import { kept } from "./outbox.js";

const form = document.querySelector("[data-call]");
const renew = () => { form.elements.key.value = crypto.randomUUID?.() ?? form.elements.key.value; };
renew(); // a page that was kept may be opened more than once: each call is one of its own

form.addEventListener("submit", () => { form.elements.taken_at.value = new Date().toISOString(); });
let sent = null;
form.addEventListener("capture", ({ detail }) => {
  sent = detail.id;
  const said = form.querySelector("[data-said]");
  said.textContent = kept(detail) ? "The call is kept."
    : "The call is not kept on this device: leave this page open until it is sent.";
  form.reset();
  renew();
});
document.addEventListener("outbox:sent", ({ detail }) => {
  if (detail.entry.id === sent && detail.answer.location) location.assign(detail.answer.location);
});
