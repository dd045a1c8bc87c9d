/**
 * The data of a table, in the shape that reports/core/document/table.py stores, and what editors do to it.
 * It knows nothing of the page. What is not edited (ids, links, notes) stays as it was.
 */
import { textOf } from "./cell.js";
import { choose, findContinued, rememberName } from "./matching.js";

/**
 * @typedef {{ id: string, cells: import("./cell.js").Cell[], ref?: string, ref_name?: string, url?: string,
 *   note?: string, leading?: boolean }} Row
 */

const mint = () => crypto.randomUUID();
const move = (list, from, to) => list.splice(to, 0, ...list.splice(from, 1));

/** Sets a key, or removes it where there is nothing to say. */
function assign(object, key, value) {
  if (value) object[key] = value;
  else delete object[key];
}

/** A row as it is stored, its keys in the order of table.py. */
const ordered = ({ id, cells, ref, ref_name: name, url, note, leading, ...rest }) => {
  return { id, cells, ref, ref_name: name, url, note, leading, ...rest };
};

/** Takes the links off the first cells of a row: they were another name's. */
function unlink({ cells }, width) {
  cells.slice(0, width).forEach((cell, place) => {
    if (typeof cell === "string") return;
    const { url, ...rest } = cell;
    cells[place] = Object.keys(rest).length > 1 ? rest : rest.raw;
  });
}

/** Whether two lines of texts are the same, whichever spaces they have. */
const same = (one, other) =>
  one.length === other.length &&
  one.every((text, place) => squeezed(text) === squeezed(other[place]));
const squeezed = (text) => text.replace(/\s+/g, " ").trim();

export class Sheet {
  /** @param {string} json */
  constructor(json) {
    const { columns = [], rows = [] } = JSON.parse(json || "null") ?? {};
    this.columns = columns;
    /** @type {Row[]} */
    this.rows = rows;
    /** Whether the stored rows and columns did not match. */
    this.ragged = rows.some((row) => row.cells.length !== columns.length);
    this.square();
    rows.forEach((row) => rememberName(row));
    // Something to type in; it is not stored before anybody did.
    if (!rows.length) this.blank = this.addRow(0);
  }

  toString() {
    const rows = this.rows.filter((row) => row !== this.blank || row.cells.some(textOf));
    return JSON.stringify({ columns: this.columns, rows: rows.map(ordered) });
  }

  /** Fills up what is short, so that every row has a cell in every column. Nothing is cut. */
  square() {
    const width = Math.max(1, this.columns.length, ...this.rows.map((row) => row.cells.length));
    while (this.columns.length < width) this.columns.push({ id: mint(), heading: "" });
    for (const { cells } of this.rows) while (cells.length < width) cells.push("");
  }

  /** New ids for a table that began as another's copy: ids are for ever. */
  mintIds() {
    for (const one of [...this.columns, ...this.rows]) one.id = mint();
  }

  addRow(place) {
    const row = { id: mint(), cells: this.columns.map(() => "") };
    this.rows.splice(place, 0, row);
    return row;
  }

  moveRow(from, to) {
    move(this.rows, from, to);
  }

  removeRow(place) {
    this.cutRows(place, 1);
  }

  /** Removes rows from one place on: all of them, or so many. */
  cutRows(place, count = Infinity) {
    this.rows.splice(place, count);
    if (!this.rows.length) this.blank = this.addRow(0);
  }

  addColumn(place = this.columns.length) {
    this.columns.splice(place, 0, { id: mint(), heading: "" });
    for (const { cells } of this.rows) cells.splice(place, 0, "");
  }

  moveColumn(from, to) {
    for (const list of this.across()) move(list, from, to);
  }

  removeColumn(place) {
    for (const list of this.across()) list.splice(place, 1);
  }

  /** The lists in which a column has its place: the headings, and the cells of every row. */
  across() {
    return [this.columns, ...this.rows.map((row) => row.cells)];
  }

  /** Whether a line of texts says what the headings from a column on say. */
  isHead(line, left) {
    const headings = this.columns.slice(left, left + line.length).map(({ heading }) => heading);
    return headings.join("").trim() && same(headings, line);
  }

  /** Whether nothing is in any cell; headings may be there. */
  get isEmpty() {
    return !this.rows.some(({ cells }) => cells.some((cell) => textOf(cell).trim()));
  }

  /** The texts of an area, line by line; row -1 is the headings. */
  texts({ top, left, bottom, right }) {
    const lines = this.rows.slice(Math.max(0, top), bottom + 1).map((row) => row.cells.map(textOf));
    if (top < 0) lines.unshift(this.columns.map(({ heading }) => heading));
    return lines.map((line) => line.slice(left, right + 1));
  }

  /**
   * Writes a block of texts from one place on, with the links of cells after the heads; row -1 is the headings. Where names are written,
   * rows go with their names first.
   * @returns {{ row: Row, before: object }[]} the rows whose names are others now
   */
  write(block, top, left, links = []) {
    const width = Math.max(...block.map((line) => line.length));
    while (this.columns.length < left + width) this.addColumn();
    while (this.rows.length < top + block.length) this.addRow(this.rows.length);
    const names = block.slice(Math.max(0, -top)).map(([name]) => name);
    const renamed = left ? [] : this.arrange(names, Math.max(0, top));
    for (const { row } of renamed) unlink(row, width);
    block.forEach((line, down) =>
      line.forEach((text, right) => {
        const [row, column] = [top + down, left + right];
        if (row < 0) {
          this.columns[column].heading = text;
          return;
        }
        this.edit(row, column, "read_as", ""); // it corrected the words that were there before
        this.edit(row, column, "raw", text);
        const url = links[down]?.[right];
        if (url && column) this.edit(row, column, "url", url);
      }),
    );
    return renamed;
  }

  /** Puts the rows from one place on in the order of the names that are about to be written. */
  arrange(names, top) {
    const rows = this.rows.slice(top, top + names.length);
    const renamed = [];
    findContinued(rows, names).forEach((match, place) => {
      const row = match?.row ?? { id: mint(), cells: this.columns.map(() => "") };
      this.rows[top + place] = row;
      if (!match) renamed.push({ row, before: { name: "", extras: {} } });
      else if (match.before) renamed.push({ row, before: match.before });
    });
    return renamed;
  }

  /** Changes one key of a cell, which is a plain string again where only its text is left. */
  edit(row, column, key, value) {
    const cells = this.rows[row].cells;
    const cell = cells[column];
    const { raw, ...rest } = typeof cell === "string" ? { raw: cell } : cell;
    if (key !== "raw") assign(rest, key, value);
    const text = key === "raw" ? value : raw;
    cells[column] = Object.keys(rest).length ? { raw: text, ...rest } : text;
  }

  /** Changes what belongs to a row's head: `ref`, `url`, `note` or `leading`. */
  annotate(row, key, value) {
    if (key === "ref") choose(this.rows[row], value);
    else assign(this.rows[row], key, value);
  }

  rowName(place) {
    return textOf(this.rows[place].cells[0]) || `ligne ${place + 1}`;
  }

  columnName(place) {
    return this.columns[place].heading || `colonne ${place + 1}`;
  }
}
