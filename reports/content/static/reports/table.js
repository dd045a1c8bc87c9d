/**
 * A table as editors fill it in. The form field is the JSON of its sheet (sheet.js), rewritten at
 * every edit, which the field tells as "change"; grid.js draws it, history.js remembers the steps of the page.
 */
import { textOf } from "./cell.js";
import { Exchange, quantity } from "./exchange.js";
import { create, Widget } from "./figure.js";
import { button, Grid, isCell, isCorrection } from "./grid.js";
import { history } from "./history.js";
import { Keys } from "./keys.js";
import { Leftover } from "./leftover.js";
import { choose, headOf, isConfirmed, Memory, rematch, stateOf } from "./matching.js";
import { records } from "./names.js";
import { sayForAWhile } from "./passing_message.js";
import { stored } from "./row.js";
import { Selection } from "./selection.js";
import { Sheet } from "./sheet.js";
import { hasWords, joined, suggestionYear } from "./suggestion.js";
import { Totals } from "./totals.js";

/** Id of a column or row -> the form field of the table that has it. */
const owners = new Map();

class BoundTable {
  constructor(root, describedBy) {
    this.root = root;
    this.field = root.querySelector("textarea");
    this.field.hidden = true;
    this.idForLabel = ""; // no one input stands for the table
    const { textColumns, reference, mostRows, mostColumns } = root.dataset;
    this.isLines = "lines" in root.dataset;
    this.textColumns = Number(textColumns);
    this.most = { rows: Number(mostRows), columns: Number(mostColumns) };
    const label = root.closest("[data-contentpath]")?.querySelector("label")?.firstChild;
    const shape = { textColumns: this.textColumns, kind: reference, isLines: this.isLines };
    this.grid = new Grid(shape, label?.textContent ?? "Tableau", describedBy);
    this.memory = new Memory();
    this.selection = new Selection((row, column) => this.grid.cellAt(row, column));
    this.status = create("span", { role: "status" });
    [this.undoing, this.redoing] = [button("Annuler", "undo"), button("Rétablir", "redo")];
    this.asking = button("", "nextQuestion");
    this.leftover = new Leftover(this);
    const scroll = create("div", { className: "bilan-table__scroll" }, this.grid.table);
    const foot = create(
      "div",
      { className: "bilan-table__foot" },
      button("Ajouter une ligne", "addLastRow"),
      this.isLines ? "" : button("Ajouter une colonne", "addLastColumn"),
      this.undoing,
      this.redoing,
      this.asking,
      this.status,
      this.leftover.root,
    );
    root.append(create("div", { className: "bilan-table__frame" }, scroll, foot));
    for (const type of ["input", "click", "focusin", "focusout"]) {
      root.addEventListener(type, (event) => this[type](event));
    }
    this.exchange = new Exchange(this);
    new Keys(this);
    this.totals = root.dataset.totals && new Totals(root, this.grid);
    if (reference) {
      records(reference, root.dataset.references).then((names) => {
        this.grid.names = names;
        this.grid.describe();
        this.settle();
      });
    }
  }

  // What Wagtail asks of a widget

  getState() {
    return this.field.value;
  }

  getValue() {
    return this.field.value;
  }

  setState(state) {
    this.field.value = state;
    this.sheet = new Sheet(state);
    const ids = () => {
      const { columns, rows } = this.sheet;
      return [...(this.isLines ? [] : columns), ...rows].map(({ id }) => id);
    };
    const taken = (id) => owners.get(id)?.isConnected && owners.get(id) !== this.field;
    // another table of the page has it: this one is a duplicate, or both were born of one default
    const isCopy = ids().some(taken);
    if (isCopy) this.sheet.mintIds();
    // what is seen is what is stored: a table seen as square must not be refused as ragged
    if (isCopy || this.sheet.ragged) this.store();
    for (const id of ids()) owners.set(id, this.field);
    history.forget(this);
    this.unsettled = new Map(); // by id: rows matched before the names of records were here
    this.memory.learn(this.sheet.rows);
    this.draw();
    this.say("");
    if (this.totals) this.totals.later(0);
  }

  getTextLabel({ maxLength = Infinity } = {}) {
    const heads = this.sheet.rows.map((row) => textOf(row.cells[0])).filter(Boolean);
    return heads.join(", ").slice(0, maxLength);
  }

  focus() {
    this.grid.focus({ row: this.isLines ? 0 : -1, column: 0 });
  }

  // What is done to rows and columns

  addRow({ row }) {
    const { rows, columns } = this.sheet;
    if (!this.fits(rows.length + 1, columns.length)) return;
    const to = { row: row + 1, column: 0 };
    this.change("Ligne ajoutée.", () => this.sheet.addRow(to.row), { row, column: 0 }, to);
  }

  moveRow({ row, column }, step) {
    const to = { row: row + step, column: Math.max(0, column) };
    if (row < 0 || !this.sheet.rows[to.row]) return;
    const what = `« ${this.sheet.rowName(row)} » est la ligne ${to.row + 1}.`;
    this.change(what, () => this.sheet.moveRow(row, to.row), { row, column: to.column }, to);
  }

  removeRow({ row, column }) {
    const what = `Ligne « ${this.sheet.rowName(row)} » supprimée.`;
    const from = { row, column: Math.max(0, column) };
    const to = { ...from, row: Math.min(row, Math.max(0, this.sheet.rows.length - 2)) };
    this.change(what, () => this.sheet.removeRow(row), from, to);
  }

  addColumn({ column }) {
    const { rows, columns } = this.sheet;
    if (!this.fits(rows.length, columns.length + 1)) return;
    const place = Math.max(column + 1, this.textColumns); // words stay together
    const to = { row: -1, column: place };
    this.change("Colonne ajoutée.", () => this.sheet.addColumn(place), { row: -1, column }, to);
  }

  moveColumn({ row, column }, step) {
    const to = column + step;
    if (Math.min(column, to) < this.textColumns || to >= this.sheet.columns.length) return;
    const what = `« ${this.sheet.columnName(column)} » est la colonne ${to + 1}.`;
    const [from, there] = [column, to].map((place) => ({ row, column: place }));
    this.change(what, () => this.sheet.moveColumn(column, to), from, there);
  }

  removeColumn({ column }) {
    if (column < this.textColumns) {
      this.say("Cette colonne reste : elle dit de quoi parle le tableau.");
      return;
    }
    const what = `Colonne « ${this.sheet.columnName(column)} » supprimée.`;
    const [from, to] = [column, column - 1].map((place) => ({ row: -1, column: place }));
    this.change(what, () => this.sheet.removeColumn(column), from, to);
  }

  /** Puts last year's words around what stands in a cell of lines. Says whether there are any. */
  takeWords({ row, column }) {
    const suggested = row < 0 ? undefined : this.grid.suggested(this.sheet.rows[row], column);
    if (!suggested || !hasWords(suggested)) return false;
    const text = textOf(this.sheet.rows[row].cells[column]).trim();
    const isTaken = text.includes(suggested.before) && text.includes(suggested.after);
    if (text && isTaken) return true;
    const place = { row, column };
    const words = joined([suggested.before, text, suggested.after]);
    const write = () => this.sheet.edit(row, column, "raw", words);
    this.change(`Mots du bilan ${suggestionYear()} repris.`, write, place, place);
    return true;
  }

  addLastRow() {
    this.addRow({ row: this.sheet.rows.length - 1 });
  }

  addLastColumn() {
    this.addColumn({ column: this.sheet.columns.length - 1 });
  }

  /** Whether a table may become as large; says so if not. */
  fits(rows, columns) {
    const { most } = this;
    if (rows <= most.rows && columns <= most.columns) return true;
    this.say(
      `Trop grand : le tableau aurait ${quantity(rows, "ligne")} et ` +
        `${quantity(columns, "colonne")}, au plus ${quantity(most.rows, "ligne")} et ` +
        `${quantity(most.columns, "colonne")}. Rien n’a changé.`,
    );
    return false;
  }

  // Which records rows refer to

  /** Writes a block of texts, and matches the rows that have other names now; says what came of it. */
  write(block, top, left, links = []) {
    const had = this.sheet.rows.filter(({ url, note }) => url || note).length;
    const renamed = this.sheet.write(block, top, left, links);
    for (const { row, before } of renamed) this.match(row, before);
    // only now: a row that has another name loses its link when it is matched
    links.forEach(([url], down) => !left && url && this.sheet.annotate(top + down, "url", url));
    const rows = renamed.map(({ row }) => row);
    const lost = had - this.sheet.rows.filter(({ url, note }) => url || note).length;
    const matched = rows.filter((row) => this.grid.matched.get(row.id) === row.ref && row.ref);
    const unconfirmed = rows.filter((row) => !isConfirmed(row));
    return [
      matched.length && `Trouvé d’après le nom : ${quantity(matched.length, "fiche")}.`,
      unconfirmed.length && `À confirmer : ${quantity(unconfirmed.length, "fiche")}.`,
      lost > 0 && `Retiré avec le nom : la note ou le lien de ${quantity(lost, "ligne")}.`,
    ]
      .filter(Boolean)
      .join(" ");
  }

  /** Matches a row whose name somebody types; says what it has lost. */
  rename(row) {
    this.match(row, this.renamed);
    const { name, extras } = this.renamed;
    const lost = (extras.url && !row.url) || (extras.note && !row.note);
    return lost ? `La note et le lien de « ${name} » sont retirés avec ce nom.` : "";
  }

  /** Finds the record of a row whose name has changed, or has it asked. */
  match(row, before) {
    const { shape, names, matched } = this.grid;
    rematch(row, before, this.memory, shape.kind ? names : undefined);
    if (row.ref && row.ref !== before.extras.ref) matched.set(row.id, row.ref);
    if (!names.isLoaded) this.unsettled.set(row.id, before);
  }

  /** Matches what was asked too early: the names of records have come. */
  settle() {
    const waiting = this.sheet.rows.filter((row) => this.unsettled.has(row.id));
    for (const row of waiting) if (!isConfirmed(row)) this.match(row, this.unsettled.get(row.id));
    this.unsettled.clear();
    if (!waiting.length) return;
    this.store();
    history.amend(this, this.field.value);
    this.grid.describe();
    this.say(this.status.textContent);
  }

  answer({ row, column }, _, { ref }) {
    const place = { row, column: Math.max(0, column) };
    const one = this.sheet.rows[row];
    const isOther = ref !== (one.ref ?? "");
    const what = ref
      ? `« ${headOf(one)} » renvoie à la fiche « ${this.grid.names.get(ref) ?? ref} ».`
      : `« ${headOf(one)} » n’a pas de fiche.`;
    const alter = () => {
      if (isOther && one.ref) for (const key of ["url", "note"]) delete one[key]; // of another name
      choose(one, ref);
    };
    this.change(what, alter, place, place);
  }

  /** Leads to the field that finds or makes a record, with the name of the row in it. */
  search({ row }) {
    const body = this.grid.table.tBodies[row];
    if (body.rows.length < 2) this.grid.open(body.querySelector(".bilan-table__toggle"));
    const input = body.querySelector("[role=combobox]");
    input.focus();
    input.value = headOf(this.sheet.rows[row]);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }

  get questions() {
    return this.grid.shape.kind ? this.sheet.rows.filter((row) => !isConfirmed(row)) : [];
  }

  /** Leads to the answers of a row, if something is asked about it. */
  toQuestion(row) {
    const answer = this.grid.table.tBodies[row]?.querySelector(".bilan-question button");
    answer?.focus();
    return Boolean(answer);
  }

  /** Leads to the next row that asks for a record; after the last one, to the first. */
  nextQuestion() {
    const questions = [...this.grid.table.querySelectorAll(".bilan-question")];
    const next = questions[this.questionIndex + 1] ? this.questionIndex + 1 : 0;
    this.questionIndex = next;
    questions[next]?.querySelector("button").focus();
    questions[next]?.scrollIntoView({ block: "center", behavior: "instant" });
  }

  // What is remembered, stored and said

  /**
   * Changes the sheet, draws it, says what was done, and leads to where it was done. `alter` may
   * have more to say.
   */
  change(did, alter, from, to) {
    const before = this.field.value;
    this.memory.learn(this.sheet.rows);
    const what = [did, alter()].filter((text) => typeof text === "string" && text).join(" ");
    this.store();
    history.leave();
    this.record({ what, before, from, to });
    this.draw();
    this.grid.focus(to);
    this.say(what);
  }

  record({ what, before, from, to, stay }) {
    const step = { owner: this, label: what, before, after: this.field.value, stay };
    step.undo = () => this.restore(step.before, from, `Annulé : ${what}`);
    step.redo = () => this.restore(step.after, to, `Rétabli : ${what}`);
    history.record(step);
  }

  undo() {
    history.undo(this);
  }

  redo() {
    history.redo(this);
  }

  /** Brings the sheet to a state that it was in. Who is elsewhere stays there. */
  restore(json, place, message) {
    const isHere = this.root.contains(document.activeElement);
    this.field.value = json;
    this.sheet = new Sheet(json);
    this.tell();
    this.draw();
    if (isHere) this.grid.focus(place);
    else this.root.scrollIntoView({ block: "nearest", behavior: "instant" });
    this.say(message);
  }

  draw() {
    this.leftover.withdraw();
    this.selection.begin(undefined);
    this.grid.draw(this.sheet);
  }

  store() {
    this.field.value = String(this.sheet);
    this.tell();
  }

  tell() {
    this.field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  say(text) {
    sayForAWhile(this.status, text);
    const isOwn = ({ owner }) => owner === this;
    this.undoing.disabled = !history.past.some(isOwn);
    this.redoing.disabled = !history.future.some(isOwn);
    const many = this.questions.length;
    this.asking.hidden = !many;
    this.asking.textContent = `${quantity(many, "fiche")} à confirmer`;
  }

  // What editors do

  input({ target }) {
    if (target === this.field) return;
    const { key, column: within } = target.dataset;
    if (!key && !isCell(target)) return;
    const place = { ...this.grid.placeOf(target), key };
    if (within) place.column = Number(within);
    this.selection.clear();
    const step = this.edit(place, target);
    this.record(step);
    this.say(step.remark ?? "");
  }

  /** Writes what was typed; returns the step that it is. */
  edit(place, input) {
    const { row, column, key } = place;
    const { sheet, grid } = this;
    const before = this.field.value;
    const one = row < 0 ? "heading" : key ?? (isCorrection(input) ? "read_as" : "raw");
    const stay = `${sheet.rows[row]?.id} ${column} ${one}`;
    const isName = row >= 0 && !column && one === "raw" && grid.shape.kind;
    if (isName && history.stay !== stay) {
      this.memory.learn(sheet.rows);
      this.renamed = stateOf(sheet.rows[row]); // each letter counts from here
    }
    if (row < 0) sheet.columns[column].heading = input.value;
    else if (key && !input.dataset.column) sheet.annotate(row, key, stored(input));
    else sheet.edit(row, column, one, key ? input.value.trim() : input.value);
    const remark = isName ? this.rename(sheet.rows[row]) : "";
    grid.touch(row);
    if (row < 0) grid.name();
    else if (!column && !key) grid.name(row);
    if (key || isName) grid.describe(row);
    this.store();
    const at = { ...place, key: one };
    const name = row < 0 ? `intitulé de la colonne ${column + 1}` : `« ${sheet.rowName(row)} »`;
    return { what: `saisie, ${name}.`, before, from: at, to: at, stay, remark };
  }

  focusin({ target }) {
    if (isCell(target)) this.selection.begin(this.grid.placeOf(target));
  }

  focusout({ target }) {
    if (history.stay && isCell(target)) this.tellQuestion(this.grid.placeOf(target));
    history.leave();
  }

  /** Says that a name which was just typed has its record asked. */
  tellQuestion({ row, column }) {
    const asked = !column && this.grid.shape.kind && this.sheet.rows[row];
    if (asked && !isConfirmed(asked)) this.say(`À confirmer : la fiche de « ${headOf(asked)} ».`);
  }

  click({ target }) {
    const pressed = target.closest("[data-call]");
    if (!pressed) return;
    const { call, step } = pressed.dataset;
    if (call === "open") {
      this.grid.open(pressed);
      return;
    }
    const { row, column } = this.grid.placeOf(pressed);
    this[call]({ row, column }, Number(step), pressed.dataset);
    if (step) this.stayOn(call, Number(step), { row, column });
  }

  /** After a move: on the button that was pressed, so that it can be pressed again. */
  stayOn(call, step, { row, column }) {
    const moved = row < 0 ? this.grid.cellAt(-1, column + step) : this.grid.table.tBodies[row + step];
    const [back, on] = moved.querySelectorAll(`[data-call="${call}"]`);
    const [same, other] = step > 0 ? [on, back] : [back, on];
    (same.disabled ? other : same).focus();
  }
}

class TableWidget extends Widget {
  Bound = BoundTable;
}

window.telepath.register("bilan.TableWidget", TableWidget);
