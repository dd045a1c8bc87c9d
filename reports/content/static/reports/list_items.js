/** Items of Wagtail's lists that were deleted, and come back: they stay in the form, hidden and marked. */

/** Shows an item of a list again that was deleted, with its inserter, at a place. */
export function putBack(sequence, { child, inserter }, at) {
  const { children, inserters } = sequence;
  inserters[at].element.before(inserter.element, child.element);
  children.splice(at, 0, child);
  inserters.splice(at, 0, inserter);
  const flag = child.element.querySelector(":scope > input[name$='-deleted']");
  flag.value = "";
  for (const { element } of [child, inserter]) {
    element.style.display = "";
    element.removeAttribute("aria-hidden");
  }
  children.forEach((one, place) => one.setIndex(place));
  inserters.forEach((one, place) => one.setIndex(place));
  sequence.blockCountChanged();
}
