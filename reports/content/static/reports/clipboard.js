/**
 * Blocks of cells on the clipboard. `readClipboard` parses a table that comes from a spreadsheet, a page
 * or a text editor; `writeClipboard` writes one for them. Only texts and addresses are taken, never markup.
 */
import { create } from "./figure.js";

const MAX_CLIPBOARD_CHARACTERS = 20_000_000; // characters that are looked at
const MAX_LINE_CHARACTERS = 120; // characters of a line that may be a cell of a list
const SILENT = "script, style, template, noscript, comment"; // the last is Calc's note of a cell
const BREAKS = "br, p, div, li, dt, dd, h1, h2, h3, h4, h5, h6, pre, blockquote";

const ADDRESS = /^(?:https?:\/\/|mailto:|tel:)\S+$/i;
const ITEM = "\ue000"; // stands between the items of a list until the texts of cells are read

/** A text on one line. No-break spaces are the writer's own. */
const tidy = (text) => text.replace(/[\x00-\x20\x7f]+/g, " ").trim();

/** The text of a cell: the items of a list on lines of their own. */
const tidyItems = (text) => text.split(ITEM).map(tidy).filter(Boolean).join("\n");

/**
 * What a clipboard holds: a block of cells, or words for one cell, or what is too large. Nothing
 * where the browser knows best: one line of text.
 * @returns {{ block: string[][], remark?: string, links?: string[][], describe?: (kept: number) => string[] }
 *   | { words: string, remark?: string, describe?: (kept: number) => string[] }
 *   | { rows: number, columns: number } | { tooLarge: true } | undefined}
 */
export function readClipboard(clipboard, most) {
  const [source, plain] = ["text/html", "text/plain"].map((type) => clipboard.getData(type));
  if (source.length + plain.length > MAX_CLIPBOARD_CHARACTERS) return { tooLarge: true };
  const tables = source ? dataTables(source) : [];
  if (tables.length) {
    const cells = spread(tables[0], most);
    if (!Array.isArray(cells)) return cells;
    const [block, links] = ["text", "url"].map((key) => cells.map((line) => line.map((cell) => cell[key])));
    const others = tables.length > 1 && `Seul le premier des ${tables.length} tableaux est collé.`;
    const describe = (kept) => describeLinks(cells, kept);
    const content = oneOrMore(block, others || undefined, links);
    return content && { ...content, describe };
  }
  const text = plain.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  if (text.includes("\t")) return oneOrMore(separated(text));
  if (!text.includes("\n")) return undefined;
  const lines = text.split("\n");
  const isList = !source && lines.every((line) => line.trim() && line.length <= MAX_LINE_CHARACTERS);
  if (isList) return { block: lines.map((line) => [tidy(line)]) };
  return { words: tidy(text), remark: "Texte de plusieurs lignes collé dans une seule cellule." };
}

function oneOrMore(block, remark, links) {
  if (block.length > 1 || block[0]?.length > 1) return { block, remark, links };
  return block.length ? { words: block[0][0], remark } : undefined;
}

/** The tables of an HTML source that hold data: those that hold no other table. */
function dataTables(source) {
  const page = new DOMParser().parseFromString(source, "text/html");
  const tables = [...page.querySelectorAll("table")];
  return tables.filter((table) => table.rows.length && !table.querySelector("table"));
}

const isHidden = (element) =>
  element.hidden || /display\s*:\s*none/i.test(element.getAttribute("style") ?? "");

/** The places of the columns that a table hides. */
function hiddenColumns(table) {
  const hidden = new Set();
  let place = 0;
  for (const column of table.querySelectorAll("col")) {
    for (let span = 0; span < column.span; span += 1, place += 1) {
      if (isHidden(column)) hidden.add(place);
    }
  }
  return hidden;
}

/** Where the links of a cell lead, if that is to one address; what they say, and whether that is all its words. */
function linksOf(cell) {
  const links = [...cell.querySelectorAll("a[href]")]
    .map((link) => ({ words: tidy(link.textContent), address: link.getAttribute("href").trim() }))
    .filter(({ words, address }) => words && ADDRESS.test(address));
  const addresses = [...new Set(links.map(({ address }) => address))];
  return {
    url: addresses.length === 1 ? addresses[0] : "",
    links: links.map(({ words, address }) => `« ${words} » (${address})`),
    isWhole: letters(links.map(({ words }) => words).join("")) === letters(cell.textContent),
  };
}

const letters = (text) => text.replace(/[^\p{L}\p{N}]+/gu, "");

/**
 * What there is to say of the links of cells of which the lines from one on stay linked: a cell leads to one
 * address, with all its words.
 */
function describeLinks(lines, kept) {
  const linked = lines.slice(kept).flat().filter(({ url }) => url);
  const list = (cells) => cells.flatMap(({ links = [] }) => links).join(", ");
  const lost = list(lines.flat().filter((cell) => !linked.includes(cell)));
  const widened = list(linked.filter(({ isWhole }) => !isWhole));
  return [
    lost && `Liens non repris : ${lost}.`,
    widened && `Lien de toute la cellule maintenant : ${widened}.`,
  ];
}

const NOTHING = { text: "", url: "" };

/**
 * The texts and links of a table's cells. Where cells were merged, the text stands in the first of them and
 * the others are empty. What is hidden is left out.
 */
function spread(table, most) {
  if (table.rows.length > most.rows) return { rows: table.rows.length, columns: widest(table) };
  const hidden = hiddenColumns(table);
  table.querySelectorAll("td *, th *").forEach((element) => {
    if (element.matches(SILENT) || isHidden(element)) element.remove();
    else if (element.matches("li")) element.before(ITEM);
    else if (element.matches("ul, ol")) element.after(ITEM);
    else if (element.matches(BREAKS)) element.before(" ");
  });
  const below = []; // rows that a cell of each column still takes
  const block = [];
  for (const row of table.rows) {
    const line = [];
    const fill = () => {
      for (; below[line.length] > 0; line.push(NOTHING)) below[line.length] -= 1;
    };
    for (const cell of row.cells) {
      fill();
      const shown = isHidden(cell) ? null : { text: tidyItems(cell.textContent), ...linksOf(cell) };
      for (let span = 0; span < cell.colSpan; span += 1) {
        if (line.length > 2 * most.columns) return { rows: table.rows.length, columns: widest(table) };
        below[line.length] = (cell.rowSpan || most.rows) - 1;
        line.push(span && shown ? NOTHING : shown);
      }
    }
    fill();
    if (!isHidden(row)) block.push(line.filter((shown, place) => shown && !hidden.has(place)));
  }
  return even(block, NOTHING);
}

const widest = (table) =>
  Math.max(
    ...[...table.rows].map((row) => [...row.cells].reduce((sum, cell) => sum + cell.colSpan, 0)),
  );

/** Lines of one length: what a shorter one does not say is empty. */
function even(block, nothing) {
  const width = Math.max(0, ...block.map((line) => line.length));
  return block.map((line) => [...line, ...Array(width - line.length).fill(nothing)]);
}

/** The cells of a text with tabs. One with a line break or a tab in it stands in quotes. */
function separated(text) {
  const lines = [[]];
  const field = /"((?:[^"]|"")*)"(?=[\t\n]|$)|[^\t\n]*/y;
  for (;;) {
    const start = field.lastIndex;
    const [whole, quoted] = field.exec(text);
    const needed = quoted && /[\t\n]/.test(quoted); // else the quotes are the writer's
    lines.at(-1).push(tidy(needed ? quoted.replaceAll('""', '"') : whole));
    const end = start + whole.length;
    if (end >= text.length) return even(lines, "");
    if (text[end] === "\n") lines.push([]);
    field.lastIndex = end + 1;
  }
}

/** Puts a block of texts on a clipboard, as spreadsheets and as word processors take it. */
export function writeClipboard(clipboard, block) {
  const quoted = (text) => (/[\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const written = (text) =>
    text.includes("\n")
      ? create("td", {}, create("ul", {}, ...text.split("\n").map((item) => create("li", {}, item))))
      : create("td", { textContent: text });
  const rows = block.map((line) => create("tr", {}, ...line.map(written)));
  clipboard.setData("text/plain", block.map((line) => line.map(quoted).join("\t")).join("\n"));
  clipboard.setData("text/html", create("table", {}, ...rows).outerHTML);
}
