// A note's field, `form[data-note="meeting/<id>"]`: each keystroke is kept on this device at once, and sent about a
// second after the last; what another device wrote is merged in under the cursor.
import {
  PREFIX, before, count, flush, hold, isAlone, isMine, kept, own, owner, read, save, state, uuid, waiting,
} from "./outbox.js";
import { change, last, rebase } from "./note-text.js";

const PAUSE = 1000, LONGEST = 8000; // milliseconds after the last keystroke, and after the first
const TROUBLE = new Set(["conflict", "gone", "too_long", "full", "refused"]);
const notes = (n) => (n === 1 ? "1 note" : `${n} notes`);

class NoteField {
  entry = null; // what is not saved yet
  composing = false;
  heard = ""; // the last state that was read out
  constructor(form) {
    Object.assign(this, { form, field: form.elements.text, place: form.dataset.note });
    this.base = Number(form.elements.base.value);
    this.address = form.getAttribute("action");
    this.id = `note/${this.place}/${uuid()}`;
    this.shown = this.field.defaultValue;
    [this.line, this.said] = ["[data-state]", "[data-said]"].map((part) => form.querySelector(part));
    this.at = null; // until then the page's own words are right
    this.clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: form.dataset.zone });
    this.listen();
    this.catchUp();
    if (this.field.value !== this.field.defaultValue && !this.entry && this.at === null) this.typed(); // the browser put it back
    before(this.adopt());
  }

  listen() {
    const { field, form } = this;
    field.addEventListener("focus", () => { if (!this.entry) hold(this.id); }, { once: true });
    field.addEventListener("input", () => this.typed());
    field.addEventListener("compositionstart", () => { this.composing = true; });
    field.addEventListener("compositionend", () => { this.composing = false; this.typed(); });
    form.addEventListener("submit", (event) => { event.preventDefault(); this.again(); });
    document.addEventListener("outbox:change", () => this.show());
    for (const name of ["sent", "halted"]) {
      document.addEventListener(`outbox:${name}`, ({ detail }) => { if (detail.entry === this.entry) this.settled(); });
    }
    addEventListener("pageshow", () => this.catchUp());
    addEventListener("storage", ({ key }) => key?.startsWith("last/") && this.catchUp());
  }

  /** Take over what this device knows to be later than the page: it may come from a cache. */
  catchUp() {
    const known = last(this.place);
    if (this.entry || !(known?.version > this.base) || this.field.value !== this.shown) return;
    this.patch(known.text);
    Object.assign(this, { base: known.version, at: known.at });
    this.show();
  }

  /** Go on with what was written here and is not saved: its page was closed, or the device went off. */
  async adopt() {
    for (const { id } of waiting().filter((entry) => entry.place === this.place).reverse()) {
      const free = await hold(id, { ifAvailable: true });
      const entry = free && !isMine({ id }) && read(PREFIX + id);
      if (!entry || !isAlone(entry)) continue;
      own(entry);
      if (this.entry) continue; // somebody typed meanwhile; that one is sent by itself
      Object.assign(this, { entry, id });
      this.patch(entry.text);
      this.show();
    }
  }

  typed() {
    const text = this.field.value;
    if (text === (this.entry?.text ?? this.shown)) return;
    if (!this.entry) navigator.storage?.persist?.();
    this.entry ??= { id: this.id, place: this.place, address: this.address, base: this.base };
    const { entry } = this;
    own(entry);
    // While letters are composed the field lags behind what was merged in.
    const merged = entry.text !== undefined && entry.text !== this.shown ? rebase(this.shown, text, entry.text) : null;
    entry.text = merged ?? text;
    this.shown = text;
    delete entry.halt;
    save(entry);
    this.schedule();
    this.show();
  }

  schedule() {
    this.since ??= Date.now();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.again(), Math.max(0, Math.min(PAUSE, this.since + LONGEST - Date.now())));
  }

  again() {
    clearTimeout(this.timer);
    this.since = null;
    delete this.entry?.halt;
    flush();
  }

  /** The server has answered for this note. */
  settled() {
    const { entry, composing } = this;
    if (!composing) this.patch(entry.text);
    Object.assign(this, { address: entry.address, base: entry.base, at: entry.at ?? this.at });
    const versions = this.form.parentElement.querySelector("[data-versions]");
    versions.hidden = !this.base;
    versions.querySelector("a").href = `${this.address}revisions/`;
    if (entry.branch) this.count(versions.querySelector("[data-branches]"), entry.branch);
    if (!isMine(entry)) this.entry = null;
    else if (!entry.conflict && !entry.halt) this.schedule();
    this.show();
  }

  /** One more text is kept beside this one, which the page may know already. */
  count(pill, branch) {
    const ids = new Set(pill.dataset.branches.split(" ").filter(Boolean)).add(branch);
    Object.assign(pill, { hidden: false, textContent: `${ids.size} text${ids.size === 1 ? "" : "s"} kept beside it` });
    pill.dataset.branches = [...ids].join(" ");
  }

  patch(text) {
    const { from, end, text: now } = change(this.field.value, text);
    if (this.field.value !== text) this.field.setRangeText(now, from, end, "preserve");
    this.shown = text;
    const set = this.form.parentElement.querySelector("[data-set]"); // drawn from another text
    if (set && text !== this.field.defaultValue) set.hidden = true;
  }

  words() {
    const { entry } = this, at = state();
    if (!entry) return this.at ? ["saved", `Saved ${this.clock.format(new Date(this.at))}`] : ["", null];
    if (entry.conflict) return ["conflict", "Two versions, both kept: choose below"];
    if (entry.halt === "too_long") return ["too_long", "Too long to be saved"];
    if (entry.halt) return [TROUBLE.has(entry.halt) ? entry.halt : "refused", "Not saved"];
    if (at === "signed_out") return [at, `Sign in to save ${notes(count("note/"))}`];
    if (at === "other_user" && kept(entry)) return [at, "Kept on this device: another account is signed in"];
    if (!kept(entry)) return ["loose", "Not kept on this device"];
    if (at === "offline" || navigator.onLine === false) return ["offline", `Offline, kept on this device (${count()})`];
    return ["saving", "Saving…"];
  }

  show() {
    const [kind, text] = this.words();
    if (text === null) return;
    const link = kind === "signed_out" && Object.assign(document.createElement("a"), {
      href: `/account/login/?next=${encodeURIComponent(location.pathname)}`, textContent: text });
    if (this.line.textContent !== text) this.line.replaceChildren(link || text);
    this.form.dataset.is = kind;
    // Heard when something changes, not at each pause of writing.
    if (kind !== "saving" && kind !== this.heard) { this.heard = kind; this.said.textContent = text; }
    if (TROUBLE.has(kind) || this.trouble) {
      this.trouble = TROUBLE.has(kind);
      import(this.form.dataset.offers).then(({ offer }) => offer(this, kind));
    }
  }
}

if (owner) document.querySelectorAll("form[data-note]").forEach((form) => new NoteField(form));
