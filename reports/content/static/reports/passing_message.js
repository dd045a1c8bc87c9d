/* What was just done is said until it is old: beside later work it would be taken for news of that. */

const STAY_MILLISECONDS = 20_000;

const timers = new WeakMap();

/** Shows a text in an element, and takes it away after a while. */
export function sayForAWhile(element, text) {
  clearTimeout(timers.get(element));
  element.textContent = text;
  if (text) timers.set(element, setTimeout(() => (element.textContent = ""), STAY_MILLISECONDS));
}
