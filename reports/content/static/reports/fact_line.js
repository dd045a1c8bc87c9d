/**
 * The line of a fact: a text on one line, in which the figure and the lead are marked, with its reading
 * and its other numbers beside it. A click on one of these makes it the figure.
 *
 * The marks are drawn below the text, which is a <textarea>: same letters, same places.
 */
import { cut, difference, follow, fromCharacters, locate, shift } from "./fact_ranges.js";
import { announce, create, dress, refresh, Widget } from "./figure.js";

const BREAK = /\s*[\r\n]+\s*/g; // one line has none

const isEmpty = (range) => !range || range[0] === range[1];
const isSame = (one, other) => one?.[0] === other?.[0] && one?.[1] === other?.[1];

class BoundFactLine {
  constructor(root, describedBy) {
    this.root = root;
    this.text = root.querySelector("textarea");
    this.marks = root.querySelector(".bilan-line__marks");
    this.side = root.querySelector(".bilan-line__side");
    [this.parts, this.readAs] = root.querySelectorAll("input");
    this.numbers = create("span", { className: "bilan-line__numbers" });
    this.side.append(this.numbers);
    this.idForLabel = this.text.id;
    if (describedBy) this.text.setAttribute("aria-describedby", describedBy);
    root.dataset.phrase = "line";
    this.take({ line: "", parts: [] });
    root.addEventListener("input", ({ target }) => target === this.text && this.edited());
    root.addEventListener("bilan:reading", ({ detail }) => this.understand(detail));
    dress(root, -1);
  }

  getState() {
    const { ranges, readAs, text } = this;
    return {
      line: text.value,
      parts: this.partsNow(),
      isFixed: ranges.figure !== null,
      readAs: readAs.value,
    };
  }

  getValue() {
    return this.getState();
  }

  setState(state) {
    this.text.value = state.line;
    this.readAs.value = state.readAs ?? "";
    this.take(state);
    refresh(this.root);
  }

  /** Holds the parts of a line that has just come in. */
  take({ line, parts, isFixed }) {
    const { lead, figure } = locate(parts);
    this.was = line;
    this.place = figure;
    this.found = undefined; // the figure that the server finds by itself
    this.ranges = { lead, figure: isFixed ? figure : null };
    this.origin = { line, parts, ranges: this.ranges };
    this.remembered = new Map([[line, this.ranges]]); // what was set, by the text that it was set in
    this.all = [];
    this.sync();
  }

  setInvalid(invalid) {
    this.text.ariaInvalid = invalid ? "true" : null;
  }

  getTextLabel({ maxLength = Infinity } = {}) {
    return this.text.value.slice(0, maxLength);
  }

  focus() {
    this.text.focus();
  }

  /** Writes as somebody who types. */
  write(text) {
    this.text.value = text;
    this.tell();
  }

  tell() {
    this.text.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** The text was edited, by hand, by a paste or by the browser's own undo. */
  edited() {
    const { text } = this;
    if (/[\r\n]/.test(text.value)) {
      const caret = text.value.slice(0, text.selectionStart).replace(BREAK, " ").length;
      text.value = text.value.replace(BREAK, " ");
      text.setSelectionRange(caret, caret);
    }
    const now = text.value;
    if (now !== this.was) {
      this.ranges = this.remembered.get(now) ?? follow(this.ranges, this.was, now);
      const edit = difference(this.was, now);
      this.place = this.place && shift(this.place, edit);
      this.all = this.all.map((range) => shift(range, edit)).filter(Boolean);
      this.was = now;
      this.isUnderstood = false;
    }
    this.sync();
  }

  partsNow() {
    const { origin, ranges, text } = this;
    const isUntouched = text.value === origin.line && ranges === origin.ranges;
    return isUntouched ? origin.parts : cut(text.value, ranges);
  }

  /** Brings what is posted, what is asked and what is marked in line with the text. */
  sync() {
    const { ranges, root, text } = this;
    if (ranges.figure) this.place = ranges.figure;
    const parts = this.partsNow();
    this.parts.value = parts.length ? JSON.stringify(parts) : "";
    root.dataset.lead = ranges.lead;
    if (ranges.figure) root.dataset.chosen = text.value.slice(...ranges.figure);
    else delete root.dataset.chosen;
    this.draw();
  }

  /** The text once more, with its marks; it also makes the line as high as it must be. */
  draw() {
    const { lead } = this.ranges;
    const text = this.text.value;
    const [from, to] = isEmpty(this.place) ? [text.length, text.length] : this.place;
    const start = Math.min(lead, from);
    this.marks.replaceChildren(
      create("b", { textContent: text.slice(0, start) }),
      text.slice(start, from),
      ...(from < to ? [create("mark", { textContent: text.slice(from, to) })] : []),
      text.slice(to) || (text ? "" : this.text.placeholder),
      "\u200b",
    );
    this.offer();
  }

  /** The server has read the line. */
  understand({ place, numbers }) {
    const { lead, figure } = this.ranges;
    const rest = this.text.value.slice(lead);
    const inText = (range) => fromCharacters(rest, range).map((unit) => unit + lead);
    if (numbers === undefined) return; // it could not be asked
    this.isUnderstood = true;
    this.found = place ? inText(place) : null;
    this.all = numbers.map(inText);
    if (!figure) this.place = this.found;
    if (!isEmpty(figure) && isSame(figure, this.found)) this.release();
    this.draw();
  }

  /** A chosen figure that the server finds as well need not be held. */
  release() {
    const released = { ...this.ranges, figure: null };
    if (this.origin.ranges === this.ranges) this.origin.ranges = released;
    this.remembered.set(this.text.value, released);
    this.ranges = released;
    this.place = this.found;
    this.sync();
  }

  /** The numbers of the line that are not its figure, as buttons. Those that stay can be clicked on. */
  offer() {
    const [from, to] = this.place ?? [0, 0];
    this.others = this.all.filter(([start, end]) => end <= from || start >= to);
    const numbers = this.others.map((range) => this.text.value.slice(...range));
    const shown = [...this.numbers.children].map((button) => button.textContent);
    if (JSON.stringify(numbers) === JSON.stringify(shown)) return;
    this.numbers.replaceChildren(...numbers.map((number, place) => this.number(number, place)));
  }

  number(number, place) {
    const title = `Prendre «\u00a0${number}\u00a0» pour le chiffre`;
    const made = create("button", { type: "button", title, tabIndex: -1, textContent: number });
    made.addEventListener("click", () => this.choose(this.others[place]));
    return made;
  }

  /** Makes a number of the line its figure. */
  choose(range) {
    const figure = isSame(range, this.found) ? null : range;
    this.ranges = { lead: Math.min(this.ranges.lead, range[0]), figure };
    this.place = range;
    this.keep();
    this.text.focus();
    announce(`Chiffre\u00a0: ${this.text.value.slice(...range)}`);
  }

  /** Sets the words up to a place in bold, as the lead of the line, or none where they are. */
  leadTo(end) {
    const text = this.text.value;
    const lead = end === this.ranges.lead ? 0 : text.slice(0, end).trimEnd().length;
    this.ranges = { ...this.ranges, lead };
    this.keep();
  }

  /** Ranges that somebody has set belong to this text, also when an undo brings it back. */
  keep() {
    this.remembered.set(this.text.value, this.ranges);
    this.tell();
  }
}

class FactLineWidget extends Widget {
  Bound = BoundFactLine;
}

window.telepath.register("bilan.FactLineWidget", FactLineWidget);
