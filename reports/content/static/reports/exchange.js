/**
 * Copy, cut and paste of blocks of cells between a table and the clipboard, and their selection with
 * the mouse. Selection with the keyboard is in keys.js, the formats of the clipboard in clipboard.js.
 */
import { readClipboard, writeClipboard } from "./clipboard.js";
import { isCell } from "./grid.js";
import { history } from "./history.js";
import { arrangeColumns, isHeadOfFigures, readHead } from "./pasted_heads.js";

/** « 1 ligne », « 1 000 lignes ». */
export const quantity = (value, noun) =>
  `${value.toLocaleString("fr-FR")} ${noun}${value >= 2 ? "s" : ""}`;

const nothing = () => [];

export class Exchange {
  constructor(table) {
    this.table = table;
    this.selection = table.selection;
    for (const type of ["copy", "cut", "paste"]) {
      table.root.addEventListener(type, (event) => isCell(event.target) && this[type](event));
    }
    for (const type of ["mousedown", "mouseover"]) {
      table.grid.table.addEventListener(type, (event) => this[type](event));
    }
  }

  // Choosing

  mousedown(event) {
    if (event.button) return; // the menu of the block that is chosen
    const from = document.activeElement;
    const { root, grid } = this.table;
    if (!event.shiftKey || !isCell(event.target) || !root.contains(from) || !isCell(from)) {
      this.selection.clear();
      return;
    }
    event.preventDefault(); // the focus stays where the block begins
    this.selection.begin(grid.placeOf(from));
    this.extend(event.target);
  }

  mouseover({ target, buttons }) {
    const from = document.activeElement;
    if (buttons !== 1 || !isCell(target) || !isCell(from)) return;
    if (!this.table.root.contains(from)) return;
    if (!this.selection.area && from === target) return;
    this.extend(target);
  }

  extend(input) {
    this.selection.extend(this.table.grid.placeOf(input));
    this.tell();
  }

  /** Says how much is chosen. */
  tell() {
    const { area } = this.selection;
    if (!area) return;
    const [rows, columns] = [area.bottom - area.top + 1, area.right - area.left + 1];
    const [high, wide] = [quantity(rows, "ligne"), quantity(columns, "colonne")];
    this.table.say(`Bloc choisi : ${high} sur ${wide}.`);
  }

  // Going out

  copy(event) {
    const { area } = this.selection;
    if (!area) return;
    event.preventDefault();
    const block = this.table.sheet.texts(area);
    writeClipboard(event.clipboardData, block);
    this.table.say(`Cellules copiées : ${block.flat().length}.`);
  }

  cut(event) {
    if (!this.selection.area) return;
    this.copy(event);
    this.empty("Cellules coupées");
  }

  /** Empties the block that is chosen. */
  empty(what = "Cellules vidées") {
    const { top, left, bottom, right } = this.selection.area;
    const blank = Array.from({ length: bottom - top + 1 }, () => Array(right - left + 1).fill(""));
    const place = this.table.grid.placeOf(document.activeElement);
    const write = () => this.table.write(blank, top, left);
    this.table.change(`${what} : ${blank.flat().length}.`, write, place, place);
  }

  // Coming in

  paste(event) {
    const { table } = this;
    const content = readClipboard(event.clipboardData, table.most);
    if (!content) return;
    event.preventDefault();
    if (content.rows) table.fits(content.rows, content.columns);
    else if (content.block) this.pasteBlock(content, event.target);
    else if (content.words !== undefined) this.pasteWords(content, event.target);
    else table.say("Ce qui est copié est trop grand pour un tableau. Rien n’a changé.");
  }

  /** Words where the caret is, as the browser would, but on one line. */
  pasteWords({ words, remark = "Collé.", describe = nothing }, input) {
    history.leave();
    input.setRangeText(words, input.selectionStart, input.selectionEnd, "end");
    input.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
    history.leave();
    this.table.say([remark, ...describe(Infinity)].filter(Boolean).join(" "));
  }

  pasteBlock({ block, remark, links = [], describe = nothing }, input) {
    const { table } = this;
    const { sheet } = table;
    const { area } = this.selection;
    const place = area ? { row: area.top, column: area.left } : table.grid.placeOf(input);
    const { column } = place;
    let { row } = place;
    const isBelow = row >= 0 && block.length > 1;
    const head = isBelow && readHead(block[0], sheet.columns.map(({ heading }) => heading));
    const isWhole = head && block[0].every((name, at) => head[at] >= 0 || !name.trim());
    if (head && (isWhole || table.isLines)) {
      const remarks = [remark, ...describe(table.isLines ? Infinity : 1)];
      this.pasteBelowHead(block, head, place, remarks, links);
      return;
    }
    const hasHead = isBelow && sheet.isHead(block[0], column);
    let lines = hasHead ? block.slice(1) : block;
    // in a table where nothing is written yet, the head of what is copied is the head
    const takesHead =
      isBelow && !hasHead && !table.isLines && !row && !column && sheet.isEmpty && isHeadOfFigures(block);
    if (takesHead) {
      row = -1;
      const kept = (name, at) => name || (sheet.columns[at]?.heading ?? "");
      lines = [block[0].map(kept), ...block.slice(1)];
    }
    const [rows, columns] = [sheet.rows.length, sheet.columns.length];
    const [high, wide] = [row + lines.length, column + lines[0].length];
    if (table.isLines && wide > columns) {
      table.say(
        `Rien n’a été collé : le bloc a ${quantity(lines[0].length, "colonne")}, et il en reste ` +
          `${columns - column} à partir de cette cellule.`,
      );
      return;
    }
    if (!table.fits(Math.max(rows, high), Math.max(columns, wide))) return;
    const more = [
      high > rows && quantity(high - rows, "ligne"),
      wide > columns && quantity(wide - columns, "colonne"),
    ].filter(Boolean);
    const what = [
      `Cellules collées : ${lines.flat().length.toLocaleString("fr-FR")}.`,
      more.length && `En plus : ${more.join(" et ")}.`,
      takesHead && "La première ligne donne les intitulés des colonnes.",
      hasHead && "Les intitulés copiés sont déjà là : ils ne sont pas répétés.",
      remark,
      ...describe(table.isLines ? Infinity : Number(hasHead || row < 0)),
    ];
    const linked = table.isLines ? [] : links.slice(hasHead ? 1 : 0);
    const write = () => table.write(lines, row, column, linked);
    table.change(what.filter(Boolean).join(" "), write, place, place);
    this.askLeftover(place, high, lines.length);
  }

  /** Lines below a head that names columns of a grid: each goes where it belongs. */
  pasteBelowHead([names, ...lines], head, place, remarks, [, ...links]) {
    const { table } = this;
    const { sheet } = table;
    const high = place.row + lines.length;
    if (!table.fits(Math.max(sheet.rows.length, high), sheet.columns.length)) return;
    const pieces = arrangeColumns(lines, head);
    const linked = table.isLines ? [] : arrangeColumns(links, head);
    const count = pieces.reduce((sum, { block }) => sum + block.flat().length, 0);
    const more = high - sheet.rows.length;
    const left = names.filter((name, at) => name.trim() && head[at] < 0);
    const what = [
      `Cellules collées : ${count.toLocaleString("fr-FR")}.`,
      more > 0 && `En plus : ${quantity(more, "ligne")}.`,
      "Les intitulés copiés sont déjà là : ils ne sont pas répétés.",
      left.length && `Sans colonne ici, donc pas collé : « ${left.join(" », « ")} ».`,
      ...remarks,
    ];
    const write = () =>
      pieces
        .map(({ block, left: column }, at) => table.write(block, place.row, column, linked[at]?.block))
        .join(" ")
        .trim();
    table.change(what.filter(Boolean).join(" "), write, place, place);
    this.askLeftover({ row: place.row, column: 0 }, high, lines.length);
  }

  /** A paste of lines from the first cell on may stand for the whole table: asks what becomes of the rest. */
  askLeftover({ row, column }, end, count) {
    if (row <= 0 && !column && count > 1) this.table.leftover.ask(end);
  }
}
