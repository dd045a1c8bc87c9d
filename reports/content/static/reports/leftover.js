/**
 * Rows of the old content that remain below a shorter paste: the question whether they go, with its
 * answers below the table. It stays until it is answered, or until the table is drawn anew.
 */
import { textOf } from "./cell.js";
import { quantity } from "./exchange.js";
import { create } from "./figure.js";

const hasWords = ({ cells }) => cells.some((cell) => textOf(cell).trim());

function answer(text, act) {
  const made = create("button", { type: "button", textContent: text });
  made.className = "button button-small button-secondary";
  made.addEventListener("click", act);
  return made;
}

export class Leftover {
  constructor(table) {
    this.table = table;
    const ariaLabel = "Lignes qui restent sous le collage";
    this.root = create("div", { className: "bilan-table__leftover", role: "group", ariaLabel, hidden: true });
  }

  /** Ask about the rows from one place on, unless nothing is written there, and say how many they are. */
  ask(place) {
    const rows = this.table.sheet.rows.slice(place);
    this.root.hidden = !rows.some(hasWords);
    if (this.root.hidden) return;
    const lines = quantity(rows.length, "ligne");
    const isOne = rows.length === 1;
    const left = isOne ? "la ligne qui reste" : `les ${lines} qui restent`;
    this.root.replaceChildren(
      answer(`Retirer ${left}`, () => this.remove(place)),
      answer(isOne ? "La garder" : "Les garder", () => this.keep(place)),
    );
    const remain = isOne ? "reste" : "restent";
    this.table.say(`${this.table.status.textContent} ${lines} de l’ancien contenu ${remain} dessous.`);
  }

  remove(place) {
    const { sheet } = this.table;
    const count = sheet.rows.length - place;
    const what = `${quantity(count, "ligne")} retirée${count > 1 ? "s" : ""}.`;
    const to = { row: place - 1, column: 0 };
    this.table.change(what, () => sheet.cutRows(place), to, to);
  }

  keep(place) {
    this.withdraw();
    this.table.say("");
    this.table.grid.focus({ row: place - 1, column: 0 });
  }

  withdraw() {
    this.root.hidden = true;
  }
}
