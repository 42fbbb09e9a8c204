// On a page that was kept on this device and is shown again: how old it is, and why it comes from there.
import { stamp } from "./offline.js";

const { kept, why } = document.body.dataset;
const was = `This is how the page was on ${stamp(kept)}.`;
const words = {
  offline: `You are offline. ${was}`,
  slow: `The network is slow: not refreshed. ${was} `,
  away: `Second Look does not answer right now. ${was} `,
  new: "This meeting is on this device only until it is sent.",
};
const note = document.createElement("p");
Object.assign(note, { className: "message warning stale", role: "status", textContent: words[why] });
if (why === "slow" || why === "away") {
  const button = note.appendChild(document.createElement("button"));
  Object.assign(button, { className: "button small", textContent: "Try again", onclick: () => location.reload() });
}
document.querySelector("main").prepend(note);
