/**
 * A table as editors fill it in: a native <table> with one input per cell. The form field is the
 * JSON behind it (see sheet.js), rewritten at every edit.
 */
(() => {
  "use strict";

  const { Sheet, Widget, about, create, details, dress, icon, pasted, records, stored, textOf } =
    window.bilan;

  const HELP =
    "Sous chaque chiffre, ce que Bilan a compris ; le crayon (F2) le corrige. Entrée, ↑, ↓ : " +
    "changer de ligne. Alt + ↑, Alt + ↓ : déplacer la ligne. Un bloc de cellules copié d’un " +
    "tableur se colle à partir de la cellule choisie.";

  /** Id of a column or row -> the form field of the table that has it. */
  const owners = new Map();

  /** A button whose click calls the method `call` of its table. (`data-action` is Stimulus's.) */
  function button(text, call, data = {}, disabled = false) {
    const made = create("button", { type: "button", disabled, textContent: text });
    made.className = "button button-small button-secondary";
    Object.assign(made.dataset, { call, ...data });
    return made;
  }

  class BoundTable {
    constructor(root, describedBy) {
      this.root = root;
      this.field = root.querySelector("textarea");
      this.field.hidden = true;
      this.idForLabel = ""; // no one input stands for the table
      this.textColumns = Number(root.dataset.textColumns);
      this.kind = root.dataset.reference;
      this.names = new Map();
      this.opened = new Set(); // ids of the rows and columns whose tools are shown
      const label = root.closest("[data-contentpath]")?.querySelector("label")?.firstChild;
      this.table = create("table", { ariaLabel: label?.textContent ?? "Tableau" });
      if (describedBy) this.table.setAttribute("aria-describedby", describedBy);
      this.status = create("span", { role: "status" });
      this.undo = button("Annuler", "restore");
      root.append(
        create("div", { className: "bilan-table__scroll" }, this.table),
        create(
          "div",
          { className: "bilan-table__foot" },
          button("Ajouter une ligne", "addRow"),
          button("Ajouter une colonne", "addColumn"),
          this.status,
          this.undo,
        ),
        create("p", { className: "bilan-table__help", textContent: HELP }),
      );
      root.addEventListener("input", (event) => this.onInput(event));
      root.addEventListener("click", (event) => this.onClick(event));
      root.addEventListener("keydown", (event) => this.onKey(event));
      root.addEventListener("paste", (event) => this.onPaste(event));
      if (this.kind) {
        records(this.kind, root.dataset.references).then((names) => {
          this.names = names;
          this.describe();
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
      const ids = () => [...this.sheet.columns, ...this.sheet.rows].map(({ id }) => id);
      const taken = (id) => owners.get(id)?.isConnected && owners.get(id) !== this.field;
      // another table of the page has it: this one is a duplicate, or both were born of one default
      const copied = ids().some(taken);
      if (copied) this.sheet.mintIds();
      // what is seen is what is stored: a table seen as square must not be refused as ragged
      if (copied || this.sheet.ragged) this.store();
      for (const id of ids()) owners.set(id, this.field);
      this.draw();
      this.say("");
    }

    getTextLabel({ maxLength = Infinity } = {}) {
      const heads = this.sheet.rows.map((row) => textOf(row.cells[0])).filter(Boolean);
      return heads.join(", ").slice(0, maxLength);
    }

    focus() {
      this.focusCell(-1, 0);
    }

    // What the buttons do

    addRow(place = this.sheet.rows.length - 1) {
      this.change("Ligne ajoutée.", () => this.sheet.addRow(place + 1));
      this.focusCell(place + 1, 0);
    }

    moveRow(from, to) {
      const message = `« ${this.sheet.rowName(from)} » est la ligne ${to + 1}.`;
      this.change(message, () => this.sheet.moveRow(from, to));
    }

    removeRow(place) {
      const message = `Ligne « ${this.sheet.rowName(place)} » supprimée.`;
      this.change(message, () => this.sheet.removeRow(place));
      this.focusCell(Math.min(place, this.sheet.rows.length - 1), 0);
    }

    addColumn() {
      this.change("Colonne ajoutée.", () => this.sheet.addColumn());
      this.focusCell(-1, this.sheet.columns.length - 1);
    }

    moveColumn(from, to) {
      const message = `« ${this.sheet.columnName(from)} » est la colonne ${to + 1}.`;
      this.change(message, () => this.sheet.moveColumn(from, to));
    }

    removeColumn(place) {
      const message = `Colonne « ${this.sheet.columnName(place)} » supprimée.`;
      this.change(message, () => this.sheet.removeColumn(place));
      this.focusCell(-1, place - 1);
    }

    restore() {
      this.sheet = new Sheet(this.before);
      this.store();
      this.draw();
      this.say("Annulé.");
      this.focus();
    }

    /** Changes the structure, says so, and offers to take it back until the next edit. */
    change(message, alter) {
      this.before = this.field.value;
      alter();
      this.store();
      this.draw();
      this.say(message, true);
    }

    store() {
      this.field.value = String(this.sheet);
      this.field.dispatchEvent(new Event("change", { bubbles: true }));
    }

    say(message, undoable = false) {
      this.status.textContent = message;
      this.undo.hidden = !undoable;
    }

    // What is seen

    draw() {
      const { columns, rows } = this.sheet;
      const headings = columns.map((column, place) => this.heading(column, place));
      this.table.replaceChildren(
        create("thead", {}, create("tr", {}, create("td"), ...headings)),
        ...rows.map((row, place) => this.body(row, place)),
      );
      this.name();
      this.describe();
    }

    heading(column, place) {
      const cell = create("th", { scope: "col" }, wrapping(column.heading));
      // the columns of words are what the block is about: they keep their places
      if (place < this.textColumns) return cell;
      const last = this.sheet.columns.length - 1;
      const panel = this.panel(
        column,
        button("← À gauche", "moveColumn", { place, to: place - 1 }, place === this.textColumns),
        button("→ À droite", "moveColumn", { place, to: place + 1 }, place === last),
        button("Supprimer", "removeColumn", { place }),
      );
      cell.append(this.toggle(panel, column), panel);
      return cell;
    }

    /** A row of cells, and below it the row of its tools and details. */
    body(row, place) {
      const cells = row.cells.map((cell, column) => {
        const input = column < this.textColumns ? wrapping(textOf(cell)) : figure(cell);
        return create(column ? "td" : "th", column ? {} : { scope: "row" }, input);
      });
      cells[0].append(create("p", { className: "bilan-table__about" }));
      const last = this.sheet.rows.length - 1;
      const panel = this.panel(
        row,
        button("↑ Monter", "moveRow", { place, to: place - 1 }, place === 0),
        button("↓ Descendre", "moveRow", { place, to: place + 1 }, place === last),
        button("Ajouter une ligne dessous", "addRow", { place }),
        button("Supprimer la ligne", "removeRow", { place }),
        details(row, this.kind),
      );
      const below = create("td", { colSpan: cells.length + 1 }, panel);
      return create(
        "tbody",
        {},
        create("tr", {}, create("td", {}, this.toggle(panel, row)), ...cells),
        create("tr", { className: "bilan-table__below" }, below),
      );
    }

    panel({ id }, ...children) {
      const hidden = !this.opened.has(id);
      const shape = { className: "bilan-table__tools", id: `tools-${id}`, hidden };
      return create("div", shape, ...children);
    }

    toggle(panel, { id }) {
      const made = button("", "open", { id });
      made.className = "bilan-table__toggle";
      made.ariaExpanded = String(!panel.hidden);
      made.setAttribute("aria-controls", panel.id);
      made.append(icon("dots-horizontal"));
      return made;
    }

    open(toggle) {
      const { id } = toggle.dataset;
      const panel = document.getElementById(`tools-${id}`);
      panel.hidden = !panel.hidden;
      toggle.ariaExpanded = String(!panel.hidden);
      this.opened[panel.hidden ? "delete" : "add"](id);
    }

    /** Says below every row's head what it refers to, its note and its link. */
    describe() {
      this.sheet.rows.forEach((row, place) => {
        const line = this.table.tBodies[place].querySelector(".bilan-table__about");
        line.replaceChildren(...about(row, this.kind, this.names));
      });
    }

    /** Names every input after its column and its row, as they are called now. */
    name() {
      const { sheet, table } = this;
      [...table.tHead.rows[0].cells].slice(1).forEach((cell, column) => {
        const [input, toggle] = cell.querySelectorAll("textarea, .bilan-table__toggle");
        input.ariaLabel = `Intitulé de la colonne ${column + 1}`;
        if (toggle) toggle.ariaLabel = `Colonne « ${sheet.columnName(column)} » : outils`;
      });
      [...table.tBodies].forEach((body, row) => {
        const [handle, ...cells] = body.rows[0].cells;
        handle.firstChild.ariaLabel = `Ligne « ${sheet.rowName(row)} » : outils et détails`;
        cells.forEach((cell, column) => {
          const [input, readAs] = cell.querySelectorAll("input, textarea");
          const name = column ? sheet.rowName(row) : `ligne ${row + 1}`;
          input.ariaLabel = `${sheet.columnName(column)}, ${name}`;
          if (readAs) readAs.ariaLabel = `Lire comme : ${input.ariaLabel}`;
        });
      });
    }

    // What editors do

    /** Where an input is; row -1 is the headings. */
    placeOf(input) {
      const body = input.closest("tbody");
      const row = body ? [...this.table.tBodies].indexOf(body) : -1;
      return { row, column: input.closest("th, td").cellIndex - 1 };
    }

    focusCell(row, column) {
      const line = row < 0 ? this.table.tHead.rows[0] : this.table.tBodies[row]?.rows[0];
      const input = line?.cells[column + 1]?.querySelector("input, textarea");
      input?.focus();
      input?.select();
    }

    onInput({ target }) {
      if (target === this.field) return;
      const { row, column } = this.placeOf(target);
      const { key } = target.dataset;
      if (key) {
        this.sheet.annotate(row, key, stored(target));
        this.describe();
      } else if (row < 0) {
        this.sheet.columns[column].heading = target.value;
        this.name();
      } else {
        const readAs = target.closest(".bilan-figure__read-as");
        this.sheet.edit(row, column, readAs ? "read_as" : "raw", target.value);
        if (!column) this.name();
      }
      this.store();
      this.say("");
    }

    onClick({ target }) {
      const pressed = target.closest("[data-call]");
      if (!pressed) return;
      const { call, place, to } = pressed.dataset;
      if (call === "open") {
        this.open(pressed);
        return;
      }
      this[call](...[place, to].filter(Boolean).map(Number));
      if (!to) return;
      // its row or column has moved: so that the same button can be pressed again
      const selector = `[data-call="${call}"][data-place="${to}"]`;
      const [back, on] = this.table.querySelectorAll(selector);
      const [same, other] = Number(to) > Number(place) ? [on, back] : [back, on];
      (same.disabled ? other : same).focus();
    }

    onKey(event) {
      const { target, key, altKey } = event;
      const step = { ArrowUp: -1, ArrowDown: 1, Enter: 1 }[key];
      if (!step || !isCell(target) || event.shiftKey || event.ctrlKey || event.metaKey) return;
      if (event.isComposing || (key !== "Enter" && !altKey && staysInside(target, step))) return;
      event.preventDefault();
      const { row, column } = this.placeOf(target);
      if (altKey) {
        if (row < 0 || !this.sheet.rows[row + step]) return;
        this.moveRow(row, row + step);
      }
      this.focusCell(row + step, column);
    }

    onPaste(event) {
      if (!isCell(event.target)) return;
      const block = pasted(event.clipboardData);
      if (!block.length) return;
      event.preventDefault();
      const { row, column } = this.placeOf(event.target);
      const message = `Cellules collées : ${block.flat().length}.`;
      this.change(message, () => this.sheet.write(block, row, column));
      this.focusCell(row, column);
    }
  }

  /** An input for words, as high as they are. */
  const wrapping = (value) =>
    create("textarea", { rows: 1, value, "data-controller": "w-autosize" });

  /** The inputs of a figure cell. Tab goes from cell to cell: F2 leads to the correction. */
  function figure(cell) {
    const [raw, readAs] = [textOf(cell), cell.read_as ?? ""].map((value) =>
      create("input", { type: "text", value }),
    );
    return dress(create("div", { className: "bilan-figure" }, raw, readAs), -1);
  }

  const isCell = (element) => element.matches("input, textarea") && !element.dataset.key;

  /** Whether an arrow key still has lines to go to within an input. */
  function staysInside(input, step) {
    if (input.scrollHeight < 2 * parseFloat(getComputedStyle(input).lineHeight)) return false;
    return step < 0 ? input.selectionEnd > 0 : input.selectionStart < input.value.length;
  }

  class TableWidget extends Widget {
    Bound = BoundTable;
  }

  window.telepath.register("bilan.TableWidget", TableWidget);
})();
