/**
 * The choice of a record: found by typing or made on the spot, with what is known of it below.
 * Cards (reference.js) and the rows of tables (row.js) have one each. What is stored is in a hidden
 * input, which this writes; `data-records` around it says where to ask.
 */
import { Combobox } from "./combobox.js";
import { creation } from "./creation.js";
import { create } from "./figure.js";

const PAUSE_MILLISECONDS = 400; // ms that the focus rests on a record before its uses are asked for
let minted = 0;

/**
 * @typedef {{ id?: number, key: string, name: string, line?: string, edit?: string,
 *   printed?: Record<string, string> }} ChosenRecord
 */

/** Whatever is typed in here is no part of the form, nor of the table around it. */
const ALONE = ["input", "change", "keydown", "paste"];

/** The website in an input; other links lead into the report's own site. */
export function readSite(input) {
  const link = input?.value.trim() ?? "";
  return /^https?:/i.test(link) ? link : "";
}

export class RecordField {
  /**
   * `stored` says what the hidden input holds of a record; `changed` is told of each choice before
   * it is stored, and may say more about it; `given` returns what is known of a new one.
   * @param {HTMLElement} root around the hidden input
   */
  constructor(root, { stored, changed = () => {}, given = () => ({}), id = "", describedBy = "" }) {
    this.root = root;
    this.hidden = root.querySelector("input");
    this.stored = stored;
    this.changed = changed;
    this.given = given;
    this.record = null;
    minted += 1;
    this.input = create("input", { type: "text", id: id || `bilan-record-${minted}` });
    this.input.placeholder = "Tapez un nom, ou une clé";
    const line = create("p", { id: `bilan-line-${minted}`, className: "bilan-record__line" });
    this.line = line;
    this.input.setAttribute("aria-describedby", `${describedBy} ${line.id}`.trim());
    this.status = create("p", { role: "status", className: "bilan-record__status" });
    this.drop = create("button", { type: "button", className: "bilan-record__drop" }, "Retirer");
    this.summary = create("summary");
    this.known = create("div");
    this.about = create("details", { className: "bilan-record__about" });
    this.about.append(this.summary, this.known);
    const find = create("div", { className: "bilan-record__find" }, this.input, this.drop);
    root.append(find, line, this.about, this.status);
    this.combobox = new Combobox(this.input, {
      find: (text) => this.find(text),
      choose: (option) => this.take(option),
      leave: (text) => this.leave(text),
    });
    for (const type of ALONE) root.addEventListener(type, (event) => this.keep(event));
    this.drop.addEventListener("click", () => this.clear());
    this.input.addEventListener("focus", () => {
      this.timer = setTimeout(() => this.ask(), PAUSE_MILLISECONDS);
    });
    this.input.addEventListener("blur", () => clearTimeout(this.timer));
    this.about.addEventListener("toggle", () => this.about.open && this.ask());
    this.show(null);
  }

  keep(event) {
    if (event.target === this.hidden) return;
    const { key } = event;
    if (!key || ["ArrowDown", "ArrowUp", "Enter", "Escape"].includes(key)) event.stopPropagation();
  }

  /** Where to ask: the address of the kind's records. */
  get url() {
    return this.root.closest("[data-records]").dataset.records;
  }

  get year() {
    return document.querySelector("input[name=year]")?.value ?? "";
  }

  /** Shows what is chosen, as it is stored: nothing is told to anybody. */
  show(record) {
    this.record = record;
    this.hidden.value = record ? this.stored(record) : "";
    this.input.value = record?.name ?? "";
    this.drop.hidden = this.about.hidden = this.line.hidden = !record;
    this.drop.ariaLabel = `Retirer « ${record?.name} »`;
    this.about.open = false;
    this.describedKey = "";
    this.known.replaceChildren();
    this.summary.textContent = `Où cette fiche sert, ce qu’on en disait`;
    this.describe();
  }

  describe() {
    const { line = "", edit } = this.record ?? {};
    this.line.replaceChildren(line);
    if (!edit) return;
    const link = create("a", { href: edit, target: "_blank", rel: "noopener" });
    link.append("Compléter la fiche", create("span", { className: "w-sr-only" }, " (nouvel onglet)"));
    this.line.append(line ? " · " : "", link);
  }

  say(message) {
    this.status.textContent = message;
  }

  // Choosing

  async find(text) {
    const answer = await fetch(`${this.url}?${new URLSearchParams({ q: text })}`);
    if (!answer.ok) throw new Error(answer.statusText);
    const { records, create: made } = await answer.json();
    const options = records.map((record) => ({ text: record.name, line: record.line, record }));
    if (made) options.push({ text: `Créer « ${text} »`, line: "nouvelle fiche", made, name: text });
    return options;
  }

  take(option) {
    if (!option) this.clear();
    else if (option.record) this.choose(option.record);
    else this.begin(option);
  }

  choose(record, message = `« ${record.name} » est choisi.`) {
    this.show(record);
    const more = this.changed(record);
    this.store();
    this.say(more ? `${message} ${more}` : message);
    this.ask();
  }

  clear() {
    const had = this.record;
    this.show(null);
    this.input.focus();
    if (!had) return;
    this.changed(null);
    this.store();
    this.say(`« ${had.name} » est retiré.`);
  }

  store() {
    for (const type of ["input", "change"]) {
      this.hidden.dispatchEvent(new Event(type, { bubbles: true }));
    }
  }

  /** What was typed and not chosen is taken back, and that is said. */
  leave(text) {
    const { record } = this;
    this.input.value = record?.name ?? "";
    if (!text || text === record?.name) return;
    const still = record ? `« ${record.name} » reste choisi` : "rien n’est choisi";
    this.say(`« ${text} » n’a pas été choisi dans la liste : ${still}.`);
  }

  // Making

  /** Asks for what a new record needs, in the place of the list. */
  begin({ made, name }) {
    this.form?.remove();
    this.say("");
    this.input.value = name;
    const given = { year: this.year, ...this.given() };
    this.form = creation(made, name, given, {
      send: (fields) => this.make(fields),
      choose: (record) => this.end(record, `« ${record.name} » est choisi.`),
      cancel: () => this.end(null, ""),
    });
    this.line.before(this.form);
    this.form.querySelector("input").focus();
  }

  /** @returns {Promise<{ errors: Record<string, string>, existing: ChosenRecord[] } | null>} */
  async make(fields) {
    const { CSRF_HEADER_NAME, CSRF_TOKEN } = window.wagtailConfig;
    const headers = { [CSRF_HEADER_NAME]: CSRF_TOKEN };
    const body = new URLSearchParams(fields);
    const failed = { errors: { name: "Le serveur n’a pas répondu : réessayez." }, existing: [] };
    const answer = await fetch(this.url, { method: "POST", headers, body }).catch(() => null);
    const result = await answer?.json().catch(() => null);
    if (!result) return failed;
    if (result.record) this.end(result.record, `Fiche « ${result.record.name} » créée, en brouillon.`);
    else if (result.error) return { errors: { name: result.error }, existing: [] };
    return result.record ? null : result;
  }

  /** Closes the form; the focus goes back to where it was opened. */
  end(record, message) {
    this.form.remove();
    this.form = null;
    this.input.focus();
    if (record) this.choose(record, message);
    else this.leave("");
  }

  // What is known of it

  /** Fetches where the record is used and what last year's report said of it, once. */
  async ask() {
    const { record, year } = this;
    if (!record || this.describedKey === year + record.key) return;
    this.describedKey = year + record.key;
    const path = `${this.url}cle/${encodeURIComponent(record.key)}/`;
    const answer = await fetch(`${path}?${new URLSearchParams({ annee: year })}`).catch(() => null);
    const result = await answer?.json().catch(() => null);
    if (record.key !== this.record?.key) return;
    if (!result?.record) {
      this.describedKey = "";
      this.say(result?.error ?? "Les usages de cette fiche n’ont pas pu être lus.");
      return;
    }
    Object.assign(record, result.record);
    this.describe();
    this.summary.textContent = result.summary || "Sert pour la première fois";
    this.known.innerHTML = result.html;
  }
}
