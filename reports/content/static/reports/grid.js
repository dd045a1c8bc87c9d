/**
 * The table of a sheet on the page: a native <table> with an input per cell, where each row has a
 * <tbody> of its own. What did not change is not drawn again: a table may have thousands of cells.
 */
import { textOf } from "./cell.js";
import { create, dress, icon, putBelow } from "./figure.js";
import { RecordNames } from "./names.js";
import { about, details } from "./row.js";
import { hasWords, lastYear, suggestion } from "./suggestion.js";

const OWN_HEIGHT = CSS.supports("field-sizing", "content"); // else Wagtail's script measures

/** An input for words, as high as they are. */
const wrapping = (value) =>
  create("textarea", { rows: 1, value, ...(!OWN_HEIGHT && { "data-controller": "w-autosize" }) });

/** A button whose click calls the method `call` of its table. (`data-action` is Stimulus's.) */
export function button(text, call, data = {}, disabled = false) {
  const made = create("button", { type: "button", disabled, textContent: text });
  made.className = "button button-small button-secondary";
  Object.assign(made.dataset, { call, ...data });
  return made;
}

export class Grid {
  /**
   * @param {{ textColumns: number, kind: string, isLines: boolean }} shape Columns that hold words;
   *   what rows refer to; whether columns are a list's, which stay as they are.
   */
  constructor(shape, label, describedBy) {
    this.shape = shape;
    this.opened = new Set(); // ids of the rows and columns whose tools are shown
    this.drawn = new Map(); // id of a row -> { body, signature }
    this.names = new RecordNames(); // of the records that rows refer to
    this.matched = new Map(); // id of a row -> the record that its name has just led to
    this.table = create("table", { ariaLabel: label });
    if (describedBy) this.table.setAttribute("aria-describedby", describedBy);
    this.table.append(create("thead"));
  }

  /** Brings the page in line with a sheet. */
  draw(sheet) {
    this.sheet = sheet;
    const { columns, rows } = sheet;
    const headings = columns.map((column, place) => this.heading(column, place));
    this.table.tHead.replaceChildren(create("tr", {}, create("td"), ...headings));
    const before = this.drawn;
    this.drawn = new Map();
    rows.forEach((row, place) => {
      const signature = this.signature(row, place);
      const known = before.get(row.id);
      const body = known?.signature === signature ? known.body : this.body(row, place);
      this.drawn.set(row.id, { body, signature });
    });
    const bodies = new Set([...this.drawn.values()].map(({ body }) => body));
    for (const body of [...this.table.tBodies]) if (!bodies.has(body)) body.remove();
    let next = this.table.tHead.nextSibling;
    for (const body of bodies) {
      if (body === next) next = body.nextSibling;
      else this.table.insertBefore(body, next);
    }
    this.name();
    this.describe();
  }

  /** What a row looks like: as long as it is the same, the row on the page is current. */
  signature(row, place) {
    const tools = this.opened.has(row.id) && [place, this.sheet.rows.length];
    return JSON.stringify([row, tools]);
  }

  /** Somebody wrote in a row: what is on the page is not what was drawn. */
  touch(place) {
    const known = this.drawn.get(this.sheet.rows[place]?.id);
    if (known) known.signature = undefined;
  }

  heading(column, place) {
    if (this.shape.isLines) return create("th", { scope: "col", textContent: column.heading });
    const cell = create("th", { scope: "col" }, wrapping(column.heading));
    // the columns of words are what the block is about: they keep their places
    if (place < this.shape.textColumns) return cell;
    const last = this.sheet.columns.length - 1;
    const panel = this.panel(
      column,
      button("← À gauche", "moveColumn", { step: -1 }, place === this.shape.textColumns),
      button("→ À droite", "moveColumn", { step: 1 }, place === last),
      button("Insérer une colonne après", "addColumn"),
      button("Supprimer", "removeColumn"),
    );
    cell.append(this.toggle(panel, column), panel);
    return cell;
  }

  /** A row of cells; below it, once they are wanted, the row of its tools and details. */
  body(row, place) {
    const cells = row.cells.map((cell, column) => {
      const isWords = column < this.shape.textColumns;
      const suggested = this.suggested(row, column);
      const input = isWords ? wrapping(textOf(cell)) : this.figure(cell, column, suggested);
      return create(column ? "td" : "th", column ? {} : { scope: "row" }, input);
    });
    cells[0].append(create("div", { className: "bilan-table__about" }));
    const panel = { id: `tools-${row.id}`, hidden: !this.opened.has(row.id) };
    const handle = create("td", {}, this.toggle(panel, row));
    const body = create("tbody", {}, create("tr", {}, handle, ...cells));
    if (!panel.hidden) body.append(this.below(row, place));
    return body;
  }

  /** The figure of a cell. Heads of lines are names of fields: they state no unit. */
  figure(cell, column, suggested) {
    const { isLines } = this.shape;
    return figure(cell, isLines, suggested, isLines ? "" : this.sheet.columns[column].heading);
  }

  /** What last year's report said in a cell of lines, where that is suggested. */
  suggested(row, column) {
    const { id } = this.sheet.columns[column];
    return this.shape.isLines ? suggestion(`${row.id}/${id}`) : undefined;
  }

  below(row, place) {
    const last = this.sheet.rows.length - 1;
    const { isLines, kind } = this.shape;
    const panel = this.panel(
      row,
      button("↑ Monter", "moveRow", { step: -1 }, place === 0),
      button("↓ Descendre", "moveRow", { step: 1 }, place === last),
      button("Ajouter une ligne dessous", "addRow"),
      button("Supprimer la ligne", "removeRow"),
      isLines ? this.links(row) : details(row, kind),
    );
    const below = create("td", { colSpan: row.cells.length + 1 }, panel);
    return create("tr", { className: "bilan-table__below" }, below);
  }

  /** The inputs of the links that are printed on a line's figures. */
  links(row) {
    const fields = row.cells.slice(this.shape.textColumns).map((cell, place) => {
      const column = place + this.shape.textColumns;
      const value = cell.url ?? "";
      const input = create("input", { type: "text", value, "data-key": "url" });
      input.dataset.column = column;
      return create("label", {}, `Lien : ${this.sheet.columnName(column)}`, input);
    });
    return create("div", { className: "bilan-table__details" }, ...fields);
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

  /** Opens or closes the tools of a row or a column. */
  open(toggle) {
    const { id } = toggle.dataset;
    const { row } = this.placeOf(toggle);
    const shown = !this.opened.has(id);
    this.opened[shown ? "add" : "delete"](id);
    toggle.ariaExpanded = String(shown);
    if (row < 0) {
      document.getElementById(`tools-${id}`).hidden = !shown;
      return;
    }
    const body = toggle.closest("tbody");
    body.rows[1]?.remove();
    if (shown) body.append(this.below(this.sheet.rows[row], row));
    this.touch(row);
  }

  /** Says below a row's head what it refers to, its note and its links. */
  describe(place) {
    const { sheet, shape, names } = this;
    (place === undefined ? sheet.rows : [sheet.rows[place]]).forEach((row) => {
      const line = this.drawn.get(row.id).body.querySelector(".bilan-table__about");
      const links = row.cells.map((cell, column) => {
        if (!cell.url) return undefined;
        return create("span", { textContent: `Lien, ${sheet.columnName(column)} : ${cell.url}` });
      });
      const isMatched = Boolean(row.ref) && this.matched.get(row.id) === row.ref;
      const remarks = about(row, shape.kind, names, isMatched);
      line.replaceChildren(...remarks, ...links.filter(Boolean));
      this.ask(line);
    });
  }

  /** What is asked is heard at the name, and is no stop on the way from cell to cell. */
  ask(line) {
    const question = line.querySelector(".bilan-question");
    const input = line.parentElement.querySelector("textarea");
    question?.querySelectorAll("button").forEach((answer) => (answer.tabIndex = -1));
    if (question) input.setAttribute("aria-describedby", question.id);
    else input.removeAttribute("aria-describedby");
  }

  /** Names the inputs of one row, or of all and the headings, after their columns and rows. */
  name(place) {
    const { sheet } = this;
    if (place === undefined) this.nameHeadings();
    (place === undefined ? sheet.rows : [sheet.rows[place]]).forEach((one, at) => {
      const row = place ?? at;
      const [handle, ...cells] = this.drawn.get(one.id).body.rows[0].cells;
      const head = sheet.rowName(row);
      handle.firstChild.ariaLabel = `Ligne « ${head} » : outils et détails`;
      cells.forEach((cell, column) => {
        const [input, readAs] = cell.querySelectorAll("input, textarea");
        const name = `${sheet.columnName(column)}, ${column ? head : `ligne ${row + 1}`}`;
        if (input.ariaLabel !== name) input.ariaLabel = name;
        if (readAs) readAs.ariaLabel = `Lire comme : ${name}`;
        const below = !this.shape.isLines && cell.querySelector(".bilan-figure");
        if (below) putBelow(below, sheet.columns[column].heading);
      });
    });
  }

  nameHeadings() {
    [...this.table.tHead.rows[0].cells].slice(1).forEach((cell, column) => {
      const [input] = cell.querySelectorAll("textarea");
      if (input) input.ariaLabel = `Intitulé de la colonne ${column + 1}`;
      const toggle = cell.querySelector(".bilan-table__toggle");
      if (toggle) toggle.ariaLabel = `Colonne « ${this.sheet.columnName(column)} » : outils`;
    });
  }

  /** Where something of the table is; row -1 is the headings. */
  placeOf(element) {
    const body = element.closest("tbody");
    const line = body ?? this.table.tHead;
    const row = body ? [...this.table.tBodies].indexOf(body) : -1;
    const cell = element.closest("th, td");
    return { row, column: cell?.parentElement === line.rows[0] ? cell.cellIndex - 1 : -1 };
  }

  /** The <td> or <th> at a place, if there is one to write in. */
  cellAt(row, column) {
    if (column < 0 || (row < 0 && this.shape.isLines)) return undefined;
    const line = row === -1 ? this.table.tHead.rows[0] : this.table.tBodies[row]?.rows[0];
    return line?.cells[column + 1];
  }

  /** Puts the focus where an edit was, in the details of a row too if they are open. */
  focus({ row, column, key }) {
    const line = this.table.tBodies[row];
    const within = key && line?.querySelector(`[data-key="${key}"]`);
    const inputs = this.cellAt(row, column)?.querySelectorAll("input, textarea") ?? [];
    const input = within || inputs[key === "read_as" && inputs[1] ? 1 : 0];
    input?.focus();
    input?.select?.();
  }
}

/** The inputs of a figure. Tab goes from cell to cell: F2 leads to the correction. */
function figure(cell, isPhrase, suggested, heading) {
  const raw = OWN_HEIGHT ? wrapping(textOf(cell)) : create("input", { type: "text", value: textOf(cell) });
  if (suggested) raw.placeholder = lastYear(suggested.line);
  if (suggested && hasWords(suggested)) raw.setAttribute("aria-keyshortcuts", "Alt+Enter");
  const made = create("div", { className: "bilan-figure" }, raw);
  if (isPhrase) made.dataset.phrase = "words";
  else made.dataset.heading = heading;
  if (cell.parts) Object.assign(made.dataset, { words: cell.raw, figure: cell.parts[1] });
  if (cell.read_as) made.append(create("input", { type: "text", value: cell.read_as }));
  return dress(made, -1);
}

export const isCorrection = (input) => Boolean(input.closest(".bilan-figure__read-as"));
export const isCell = (element) => element.matches("th > textarea, td > textarea, .bilan-figure :is(input, textarea)");
