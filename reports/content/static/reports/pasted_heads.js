/**
 * The head of a pasted table: its first line, where the words are those of a grid's headings or near
 * them. It says which column of the grid each of its cells names. It knows nothing of the page.
 */
import { isSameName, normalizeName, similarity } from "./names.js";

const MIN_LIKENESS = 0.7; // how alike a heading is with a slip of the keyboard in it
// What other sheets call the columns of a grid whose headings are given.
const SYNONYMS = {
  poste: ["dépense", "dépenses", "postes", "intitulé", "libellé", "nature", "objet", "poste de dépense"],
  precision: ["précisions", "détail", "détails", "description", "commentaire", "observations"],
  montant: ["montants", "budget", "coût", "coûts", "euros", "€", "montant (€)", "montant en euros"],
  effectif: ["effectifs", "ETP", "ETPT", "emplois", "agents", "effectif (ETP)", "effectif (ETPT)"],
};

const numbers = (text) => (text.match(/\d+/g) ?? []).join(" ");

/** Whether words are a heading with a slip in it. Another year is none. */
const isNear = (one, other) => numbers(one) === numbers(other) && similarity(one, other) >= MIN_LIKENESS;

function isNamed(heading, words) {
  const names = [heading, ...(SYNONYMS[normalizeName(heading)] ?? [])];
  return heading.trim() !== "" && names.some((name) => isSameName(name, words) || isNear(name, words));
}

/** For each cell of a line the column that it names, or -1: equal headings first. */
function findColumns(line, headings) {
  const columns = line.map(() => -1);
  for (const test of [isSameName, isNamed]) {
    line.forEach((words, place) => {
      if (!words.trim() || columns[place] >= 0) return;
      columns[place] = headings.findIndex(
        (heading, column) => !columns.includes(column) && test(heading, words),
      );
    });
  }
  return columns;
}

/**
 * For each cell of a line the column that it names, or -1; nothing where the line is no head. A head
 * names two columns, and leaves no more than one word unknown.
 * @returns {number[] | undefined}
 */
export function readHead(line, headings) {
  const columns = findColumns(line, headings);
  const unknown = line.filter((words, place) => words.trim() && columns[place] < 0);
  const known = columns.filter((column) => column >= 0);
  return known.length > 1 && unknown.length < 2 ? columns : undefined;
}

const YEAR = /\b(?:19|20)\d\d\b/;
const BARE_YEAR = /^(?:19|20)\d\d$/;
const HEADING = /^(?:résultat|objectif|cible|réalis|prévision)/i;

/**
 * Whether the first line of a block is its head, whatever a grid's headings are: words, none of them
 * a figure, that name a year or a result, above figures.
 */
export function isHeadOfFigures([names, ...lines]) {
  const periods = names.slice(1).map((name) => name.trim()).filter(Boolean);
  const isWords = (name) => BARE_YEAR.test(name) || /^\p{L}/u.test(name);
  if (/^\d/.test(names[0].trim()) || !periods.every(isWords)) return false;
  if (new Set(periods).size < periods.length) return false;
  if (!periods.some((name) => YEAR.test(name) || HEADING.test(name))) return false;
  return lines.some((line) => line.slice(1).some((text) => /^\D{0,3}\d/.test(text.trim())));
}

/**
 * Pieces of the lines below a head, each with the column of the grid where it begins: neighbours
 * that stay neighbours are one piece.
 */
export function arrangeColumns(lines, columns) {
  const order = columns
    .map((to, from) => ({ to, from }))
    .filter(({ to }) => to >= 0)
    .sort((one, other) => one.to - other.to);
  const pieces = [];
  for (const { to, from } of order) {
    const last = pieces.at(-1);
    if (last && last.left + last.from.length === to) last.from.push(from);
    else pieces.push({ left: to, from: [from] });
  }
  return pieces.map(({ left, from }) => ({
    left,
    block: lines.map((line) => from.map((place) => line[place])),
  }));
}
