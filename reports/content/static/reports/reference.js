/**
 * The field of a block that refers to a record (see records/widget.py). What the block prints of it
 * is filled from the record where nothing is typed yet: a report keeps what it printed. The record
 * holds for the name that it was chosen for, which the block keeps in `reference_name`.
 */
import { Widget } from "./figure.js";
import { isSameName, RecordNames, records } from "./names.js";
import { question } from "./question.js";
import { readSite, RecordField } from "./record.js";

/** What is filled, as it is told. */
const NAMES = { name: "nom", mission: "mission", url: "lien", owner: "administration" };

/** The fields that print the name of what a block refers to. */
const PRINTED = ["name", "caption"];

class BoundRecord {
  constructor(root, describedBy) {
    this.root = root;
    this.hidden = root.querySelector("input");
    this.idForLabel = `${this.hidden.id}-find`;
    this.filled = new Map(); // input -> what was written into it, by us
    this.field = new RecordField(root, {
      stored: (record) => record.id,
      changed: (record) => this.change(record),
      given: () => ({ url: readSite(this.beside("url")) }),
      id: this.idForLabel,
      describedBy,
    });
    this.input = this.field.input;
    this.names = new RecordNames();
    this.asking = root.appendChild(document.createElement("div"));
    this.asking.addEventListener("click", (event) => this.onClick(event));
    const block = this.block;
    block?.addEventListener("input", (event) => this.onName(event, () => this.ask()));
    block?.addEventListener("change", (event) => this.onName(event, () => this.match()));
    setTimeout(() => this.ask()); // once the fields beside are made
  }

  /** The block around this field and those beside it. */
  get block() {
    return this.root.closest("[data-contentpath]")?.parentElement;
  }

  /** The input of a field beside this one. */
  beside(name) {
    const field = this.block?.querySelector(`:scope > [data-contentpath="${name}"]`);
    return field?.querySelector("input[type=text], input[type=url], textarea");
  }

  get printed() {
    return PRINTED.map((name) => this.beside(name)).find(Boolean);
  }

  // The name that the record was chosen for

  /** Whether the record was chosen for the name that is printed; where nothing is stored, it was. */
  get isConfirmed() {
    const chosenFor = this.beside("reference_name")?.value;
    return !chosenFor || isSameName(chosenFor, this.printed?.value ?? "");
  }

  onName({ target }, react) {
    if (target === this.printed && this.beside("reference_name")) react();
  }

  remember(name) {
    const input = this.beside("reference_name");
    if (!input || input.value === name) return;
    input.value = name;
    for (const type of ["input", "change"]) input.dispatchEvent(new Event(type, { bubbles: true }));
  }

  /** Asks which record is meant, as long as the name is another one. */
  async ask(exact = []) {
    const { record } = this.field;
    const isAsked = this.printed?.value.trim() && ((record && !this.isConfirmed) || exact.length > 1);
    if (!isAsked) {
      this.asking.replaceChildren();
      return;
    }
    const { kind, references } = this.root.dataset;
    this.names = await records(kind, references);
    if (record) this.names.set(record.key, record.name);
    const name = this.printed.value;
    const chosenFor = this.beside("reference_name").value;
    const shown = question({ name, ref: record?.key, chosenFor, records: this.names });
    if (record && this.isConfirmed) this.asking.replaceChildren();
    else this.asking.replaceChildren(shown);
  }

  /** The name is complete: its record is found again, or asked for. */
  async match() {
    const name = this.printed.value;
    if (this.field.record && this.isConfirmed) return;
    this.names = await records(this.root.dataset.kind, this.root.dataset.references);
    const { record } = this.field;
    if (record && this.isConfirmed) return; // it was chosen meanwhile
    const exact = this.names.findExact(name);
    if (record && exact.includes(record.key)) this.remember(name);
    else if (exact.length === 1) await this.take(exact[0], "trouvé d’après le nom");
    await this.ask(record ? [] : exact);
  }

  /** Chooses a record by its key. What linked to the record before it goes with that one. */
  async take(key, how = "choisi") {
    const path = `${this.root.dataset.records}cle/${encodeURIComponent(key)}/`;
    const answer = await fetch(path).catch(() => null);
    const record = (await answer?.json().catch(() => null))?.record;
    if (!record) return;
    const link = this.beside("url");
    if (this.field.record && link?.value) this.write(link, "");
    this.field.choose(record, `« ${record.name} » est ${how}.`);
  }

  onClick({ target }) {
    const pressed = target.closest("[data-call]");
    if (!pressed) return;
    const { call, ref } = pressed.dataset;
    if (call === "search") {
      this.input.focus();
      this.input.value = this.printed.value;
      this.input.dispatchEvent(new Event("input", { bubbles: true }));
    } else if (!ref) {
      this.field.clear();
    } else if (ref === this.field.record?.key) {
      this.remember(this.printed.value);
      this.asking.replaceChildren();
      this.input.focus();
      this.field.say(`« ${this.field.record.name} » est gardé.`);
    } else {
      this.take(ref).then(() => this.input.focus());
    }
  }

  /** A record was chosen, or none: what is printed of it is filled, and it holds for that name. */
  change(record) {
    const message = this.fill(record?.printed ?? {});
    this.remember(record ? this.printed?.value ?? "" : "");
    this.asking.replaceChildren();
    return message;
  }

  getState() {
    return this.field.record;
  }

  getValue() {
    return this.hidden.value || null;
  }

  setState(record) {
    this.field.show(record);
  }

  setInvalid(invalid) {
    this.input.ariaInvalid = invalid ? "true" : null;
  }

  getTextLabel({ maxLength = Infinity } = {}) {
    return this.input.value.slice(0, maxLength);
  }

  focus() {
    this.input.focus();
  }

  /** Writes what the record says into the block's empty inputs; returns what there is to say. */
  fill(printed) {
    const names = [];
    for (const [name, label] of Object.entries(NAMES)) {
      const input = this.beside(name);
      if (!input) continue;
      const ours = this.filled.get(input) === input.value;
      if ((input.value && !ours) || input.value === (printed[name] ?? "")) continue;
      this.write(input, printed[name] ?? "");
      if (input.value) names.push(label);
    }
    return names.length ? `Repris de la fiche : ${names.join(", ")}.` : "";
  }

  write(input, value) {
    input.value = value;
    this.filled.set(input, value);
    for (const type of ["input", "change"]) input.dispatchEvent(new Event(type, { bubbles: true }));
    input.classList.toggle("bilan-filled", Boolean(value));
    input.addEventListener("input", () => input.classList.remove("bilan-filled"), { once: true });
  }
}

class RecordWidget extends Widget {
  Bound = BoundRecord;
}

window.telepath.register("bilan.RecordWidget", RecordWidget);
