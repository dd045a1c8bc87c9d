/**
 * What the keys do in a table. Arrows lead from cell to cell where the text of a cell ends, or
 * where all of it is chosen, as it is in a cell to which an arrow has led.
 */
import { create } from "./figure.js";
import { isCell, isCorrection } from "./grid.js";
import { wayOf } from "./history.js";

const TAKE_WORDS = ["Alt + Entrée", "mettre autour du chiffre les mots de l’an dernier"];
const ANSWER = [
  "Alt + Entrée",
  "répondre à « À confirmer » ; ← → vont d’une réponse à l’autre, Échap revient",
];
const HELP = [
  ["↑ ↓ ← →, Entrée", "aller de cellule en cellule"],
  ["Ctrl + Origine, Ctrl + Fin", "aller à la première, à la dernière cellule"],
  ["F2, Échap", "corriger ce que Bilan a compris d’un chiffre, puis revenir au chiffre"],
  ["Ctrl + Entrée", "ajouter une ligne dessous ; depuis un intitulé, une colonne à droite"],
  ["Alt + Suppr", "supprimer la ligne ; depuis un intitulé, la colonne"],
  ["Alt + ↑ ↓", "déplacer la ligne"],
  TAKE_WORDS,
  ["Alt + ← →", "depuis un intitulé, déplacer la colonne"],
  ANSWER,
  ["Maj + ↑ ↓ ← →, Ctrl + A", "choisir un bloc de cellules, toutes les cellules"],
  ["Ctrl + C, Ctrl + X, Suppr", "copier, couper, vider le bloc choisi"],
  ["Ctrl + V", "coller un bloc venu d’un tableur, à partir de la cellule choisie"],
  ["Ctrl + Z, Ctrl + Maj + Z", "annuler, rétablir"],
];

/** Rows down and columns to the right. */
const STEPS = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  Enter: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

export class Keys {
  constructor(table) {
    this.table = table;
    table.root.append(help(table.isLines));
    table.root.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      const done =
        this.ofHistory(event) ||
        this.ofQuestion(event) ||
        (isCell(event.target) && this.ofCell(event));
      if (done) event.preventDefault();
    });
  }

  // Each says whether it was its key.

  /** In an input it is the last step of this table; elsewhere that of the page. */
  ofHistory(event) {
    const way = event.target.matches("input, textarea") && wayOf(event);
    if (way) this.table[way]();
    return Boolean(way);
  }

  /** Among the answers to what is asked about a row. */
  ofQuestion({ key, target }) {
    const question = target.closest(".bilan-question");
    if (!question) return false;
    const answers = [...question.querySelectorAll("button")];
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[key];
    if (step) answers.at((answers.indexOf(target) + step) % answers.length).focus();
    else if (key === "Escape") this.table.grid.focus({ ...this.table.grid.placeOf(question), column: 0 });
    else return false;
    return true;
  }

  ofCell(event) {
    const { key, target, altKey, shiftKey } = event;
    const withControl = event.ctrlKey || event.metaKey;
    const place = this.table.grid.placeOf(target);
    const [down, right] = STEPS[key] ?? [0, 0];
    if (altKey) return !withControl && !shiftKey && this.ofLine(key, place, down, right);
    if (withControl) return !shiftKey && this.ofTable(key, place, target);
    if (shiftKey && key === "Enter") return Boolean(target.closest(".bilan-figure")); // one line has no other
    if (shiftKey) return this.ofChoice(target, place, down, right);
    return this.ofBlock(key) || this.ofStep(key, target, place, down, right);
  }

  /** With Alt: what happens to a row or, from a heading, to a column. */
  ofLine(key, place, down, right) {
    const { table } = this;
    const isHead = place.row < 0;
    if (key === "Enter") {
      return !isHead && (table.isLines ? table.takeWords(place) : table.toQuestion(place.row));
    }
    if (key === "Delete") table[isHead ? "removeColumn" : "removeRow"](place);
    else if (isHead && right) table.moveColumn(place, right);
    else if (!isHead && down) table.moveRow(place, down);
    else return false;
    return true;
  }

  /** With Ctrl: what is added, both ends of the table, all of it. */
  ofTable(key, place, input) {
    const { grid, isLines, selection, sheet } = this.table;
    const last = { row: sheet.rows.length - 1, column: sheet.columns.length - 1 };
    if (key === "Enter") this.table[place.row < 0 ? "addColumn" : "addRow"](place);
    else if (key === "Home") grid.focus({ row: 0, column: 0 });
    else if (key === "End") grid.focus(last);
    else if (key === "a" && input.value && !isCorrection(input) && isWhole(input)) {
      selection.begin({ row: isLines ? 0 : -1, column: 0 }); // the focus stays where it is
      selection.extend(last);
      this.table.exchange.tell();
    } else return false;
    return true;
  }

  /** With Shift: one cell more of a block, or one less. */
  ofChoice(input, place, down, right) {
    const { exchange, selection } = this.table;
    if (!down && !right) return false;
    if (!selection.area) {
      if (staysInside(input, down, right, true)) return false;
      selection.begin(place);
    }
    selection.step(down, right);
    exchange.tell();
    return true;
  }

  /** What happens to a block that is chosen. */
  ofBlock(key) {
    const { exchange, selection } = this.table;
    if (!selection.area) return false;
    if (key === "Delete" || key === "Backspace") exchange.empty();
    else if (key === "Escape") selection.clear();
    else return false;
    return true;
  }

  /** One cell further. */
  ofStep(key, input, { row, column }, down, right) {
    const { grid, selection } = this.table;
    if (!down && !right) return false;
    if (key !== "Enter" && !selection.area && staysInside(input, down, right)) return false;
    selection.clear();
    if (!grid.cellAt(row + down, column + right)) return key === "Enter";
    grid.focus({ row: row + down, column: column + right });
    return true;
  }
}

/** Whether all of an input's text is chosen. */
const isWhole = ({ selectionStart, selectionEnd, value }) =>
  selectionStart === 0 && selectionEnd === value.length;

/** Whether an arrow key still has somewhere to go within an input. */
function staysInside(input, down, right, isChoosing = false) {
  const { selectionStart: start, selectionEnd: end, value } = input;
  if (isWhole(input)) return false;
  if (right) {
    if (!isChoosing && start !== end) return true;
    return right < 0 ? start > 0 : end < value.length;
  }
  if (input.scrollHeight < 2 * parseFloat(getComputedStyle(input).lineHeight)) return false;
  return down < 0 ? end > 0 : start < value.length;
}

function help(isLines) {
  const other = isLines ? ANSWER : TAKE_WORDS; // lines have no records, other tables no phrases
  const all = HELP.filter((line) => line !== other);
  const shortcuts = isLines ? all.map(([key, does]) => [key, does.split(/ ; |depuis/)[0]]) : all;
  const keys = shortcuts.flatMap(([key, does]) =>
    does ? [create("dt", { textContent: key }), create("dd", { textContent: does })] : [],
  );
  const title = create("summary", { textContent: "Clavier et collage" });
  return create("details", { className: "bilan-table__help" }, title, create("dl", {}, ...keys));
}
