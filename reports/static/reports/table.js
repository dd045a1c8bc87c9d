/**
 * A table as editors fill it in. The form field is the JSON of its sheet (sheet.js), rewritten at
 * every edit, which the field tells as "change"; grid.js draws it, history.js remembers the steps.
 */
(() => {
  "use strict";

  const { Exchange, Grid, History, Keys, Selection, Sheet, Widget } = window.bilan;
  const { button, create, isCell, isCorrection, quantity, records, stored, textOf } = window.bilan;

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
      this.history = new History();
      this.selection = new Selection((row, column) => this.grid.cellAt(row, column));
      this.status = create("span", { role: "status" });
      [this.undoing, this.redoing] = [button("Annuler", "undo"), button("Rétablir", "redo")];
      root.append(
        create("div", { className: "bilan-table__scroll" }, this.grid.table),
        create(
          "div",
          { className: "bilan-table__foot" },
          button("Ajouter une ligne", "addLastRow"),
          this.isLines ? "" : button("Ajouter une colonne", "addLastColumn"),
          this.undoing,
          this.redoing,
          this.status,
        ),
      );
      for (const type of ["input", "click", "focusin", "focusout"]) {
        root.addEventListener(type, (event) => this[type](event));
      }
      this.exchange = new Exchange(this);
      new Keys(this);
      if (reference) {
        records(reference, root.dataset.references).then((names) => {
          this.grid.names = names;
          this.grid.describe();
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
      this.history.clear();
      this.draw();
      this.say("");
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
      const what = `« ${this.sheet.rowName(row)} » est la ligne ${to.row + 1}.`;
      this.change(what, () => this.sheet.moveRow(row, to.row), { row, column: to.column }, to);
    }

    removeRow({ row, column }) {
      const what = `Ligne « ${this.sheet.rowName(row)} » supprimée.`;
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
      const what = `« ${this.sheet.columnName(column)} » est la colonne ${to + 1}.`;
      const [from, there] = [column, to].map((place) => ({ row, column: place }));
      this.change(what, () => this.sheet.moveColumn(column, to), from, there);
    }

    removeColumn({ column }) {
      if (column < this.textColumns) {
        this.say("Cette colonne reste : elle dit de quoi parle le tableau.");
        return;
      }
      const what = `Colonne « ${this.sheet.columnName(column)} » supprimée.`;
      const [from, to] = [column, column - 1].map((place) => ({ row: -1, column: place }));
      this.change(what, () => this.sheet.removeColumn(column), from, to);
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
        `Trop grand : le tableau aurait ${quantity(rows, "ligne")} et ` +
          `${quantity(columns, "colonne")}, au plus ${quantity(most.rows, "ligne")} et ` +
          `${quantity(most.columns, "colonne")}. Rien n’a changé.`,
      );
      return false;
    }

    // What is remembered, stored and said

    /** Changes the sheet, draws it, says what was done, and leads to where it was done. */
    change(what, alter, from, to) {
      const before = this.field.value;
      alter();
      this.store();
      this.history.leave();
      this.history.record({ what, before, after: this.field.value, from, to });
      this.draw();
      this.grid.focus(to);
      this.say(what);
    }

    undo() {
      const step = this.history.back();
      if (step) this.restore(step.before, step.from, `Annulé : ${step.what}`);
    }

    redo() {
      const step = this.history.forth();
      if (step) this.restore(step.after, step.to, `Rétabli : ${step.what}`);
    }

    restore(json, place, said) {
      this.field.value = json;
      this.sheet = new Sheet(json);
      this.tell();
      this.draw();
      this.grid.focus(place);
      this.say(said);
    }

    draw() {
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
      this.status.textContent = text;
      this.undoing.disabled = !this.history.past.length;
      this.redoing.disabled = !this.history.future.length;
    }

    // What editors do

    input({ target }) {
      if (target === this.field) return;
      const { key, column: within } = target.dataset;
      if (!key && !isCell(target)) return;
      const place = { ...this.grid.placeOf(target), key };
      if (within) place.column = Number(within);
      this.selection.clear();
      this.history.record(this.edit(place, target));
      this.say("");
    }

    /** Writes what was typed; returns the step that it is. */
    edit(place, input) {
      const { row, column, key } = place;
      const { sheet, grid } = this;
      const before = this.field.value;
      const one = row < 0 ? "heading" : key ?? (isCorrection(input) ? "read_as" : "raw");
      if (row < 0) sheet.columns[column].heading = input.value;
      else if (key && !input.dataset.column) sheet.annotate(row, key, stored(input));
      else sheet.edit(row, column, one, key ? input.value.trim() : input.value);
      grid.touch(row);
      if (row < 0) grid.name();
      else if (key) grid.describe(row);
      else if (!column) grid.name(row);
      this.store();
      const at = { ...place, key: one };
      const name = row < 0 ? `intitulé de la colonne ${column + 1}` : `« ${sheet.rowName(row)} »`;
      const stay = `${sheet.rows[row]?.id} ${column} ${one}`;
      return { what: `saisie, ${name}.`, before, after: this.field.value, from: at, to: at, stay };
    }

    focusin({ target }) {
      if (isCell(target)) this.selection.begin(this.grid.placeOf(target));
    }

    focusout() {
      this.history.leave();
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
      this[call]({ row, column }, Number(step));
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
})();
