/**
 * Where the caret of a line stands among its rows: a line that wraps has several. The letters drawn below
 * the text have the same places, and those can be measured.
 */

/** The box of the letter at a place in what is drawn below a text. */
function measure(marks, offset) {
  const walker = document.createTreeWalker(marks, NodeFilter.SHOW_TEXT);
  let rest = offset;
  while (walker.nextNode()) {
    const { length } = walker.currentNode;
    if (rest < length) {
      const range = document.createRange();
      range.setStart(walker.currentNode, rest);
      range.setEnd(walker.currentNode, rest + 1);
      return range.getClientRects()[0] ?? null;
    }
    rest -= length;
  }
  return null;
}

/** Boxes of a line's letters, and of its end. One that ends a row has its own at the row's end. */
function measureAll({ marks, text }) {
  return Array.from({ length: text.value.length + 1 }, (_, offset) => measure(marks, offset));
}

const isSameRow = (one, other) => Math.abs(one.top - other.top) < one.height / 2;

/** Whether an arrow would lead out of a line: the caret is in its first row, or in its last. */
export function leavesLine(line, step) {
  const offset = line.text.selectionStart;
  if (offset === (step < 0 ? 0 : line.text.value.length)) return true;
  const caret = measure(line.marks, offset);
  const before = measure(line.marks, offset - 1);
  const edge = measure(line.marks, step < 0 ? 0 : line.text.value.length);
  if (!caret || !before || !edge) return false;
  // between two rows the caret may be at the end of one or at the beginning of the other
  return isSameRow(caret, edge) && isSameRow(before, edge);
}

/** The place in the last row of a line, or in its first, that is nearest to where the caret of another is. */
export function findBeside(from, line, step) {
  const caret = measure(from.marks, from.text.selectionStart);
  const all = measureAll(line);
  const edge = all[step < 0 ? line.text.value.length : 0];
  if (!caret || !edge) return from.text.selectionStart;
  let best = step < 0 ? line.text.value.length : 0;
  all.forEach((box, offset) => {
    if (!box || !isSameRow(box, edge)) return;
    if (Math.abs(box.left - caret.left) < Math.abs(all[best].left - caret.left)) best = offset;
  });
  return best;
}
