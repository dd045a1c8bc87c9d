/**
 * A block of cells that an editor has chosen: from the cell in which the focus stays to another,
 * by Shift and arrows, Shift and a click, or by dragging.
 */

const CHOSEN = "bilan-table__chosen";

export class Selection {
  /** @param {(row: number, column: number) => HTMLElement | undefined} cellAt */
  constructor(cellAt) {
    this.cellAt = cellAt;
  }

  /** From which cell on; none is chosen yet. */
  begin(place) {
    this.clear();
    this.anchor = place;
  }

  /** Chooses what lies between the first cell and another. */
  extend(place) {
    this.clear();
    if (place.row === this.anchor.row && place.column === this.anchor.column) return;
    this.end = place;
    this.mark(true);
  }

  /** One cell further, where there is one. */
  step(down, right) {
    const { row, column } = this.end ?? this.anchor;
    const place = { row: row + down, column: column + right };
    if (this.cellAt(place.row, place.column)) this.extend(place);
  }

  clear() {
    if (this.end) this.mark(false);
    this.end = undefined;
  }

  mark(isChosen) {
    const { top, left, bottom, right } = this.area;
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        this.cellAt(row, column)?.classList.toggle(CHOSEN, isChosen);
      }
    }
  }

  /** The area that is chosen; nothing where it is no more than the cell with the focus. */
  get area() {
    const { anchor, end } = this;
    if (!end) return undefined;
    const [top, bottom] = [anchor.row, end.row].sort((a, b) => a - b);
    const [left, right] = [anchor.column, end.column].sort((a, b) => a - b);
    return { top, left, bottom, right };
  }
}
