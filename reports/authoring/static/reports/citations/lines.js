/** Headings and captions whose numbers cite figures: the button « Chiffre », « @ », and what is cited. */
import { followChange, readRanges, writeRanges } from "./cited_line.js";
import { chooseFigures } from "./dialog.js";
import { mark, markAsCiting } from "./notice.js";

const KEY = "@";
const OPENS_A_WORD = /(^|[\s(«\u00a0\u202f’'])$/;

/** The hidden field of the citations of a line. */
class CitedLineController extends window.StimulusModule.Controller {
  static values = { name: String };

  connect() {
    const { name } = this.element;
    this.line = name && this.element.form?.elements[name.replace(/[^-]*$/, this.nameValue)];
    if (!this.line || !mark() || this.shown) return;
    this.last = this.line.value;
    this.ranges = readRanges(this.last, this.element.value);
    this.shown = document.createElement("p");
    this.shown.className = "bilan-cited-line";
    this.line.closest(".w-field__input").insertAdjacentElement("afterend", this.shown);
    this.line.addEventListener("input", () => this.follow());
    this.line.addEventListener("keydown", (event) => this.answerKey(event));
    this.show();
  }

  disconnect() {
    this.shown?.remove();
    this.shown = null;
  }

  follow() {
    const { value } = this.line;
    if (value === this.last) return;
    this.store(followChange(this.ranges, this.last, value));
  }

  store(ranges) {
    this.ranges = ranges;
    this.last = this.line.value;
    const stored = writeRanges(this.last, ranges);
    if (stored === this.element.value) return;
    this.element.value = stored;
    this.element.dispatchEvent(new Event("change", { bubbles: true }));
    this.show();
  }

  show() {
    const cite = this.makeButton("Chiffre", "Le nombre choisi suit son chiffre (@)", () => {
      const { selectionStart: start, selectionEnd: end } = this.line;
      this.cite(this.ranges.find((range) => range.start <= start && end <= range.end) ?? { start, end });
    });
    const cited = this.ranges.map((range) => {
      const words = this.last.slice(range.start, range.end);
      const button = this.makeButton(words, `${words}, chiffre cité\u00a0: le changer`, () => this.cite(range));
      button.classList.add("bilan-cited");
      return button;
    });
    this.shown.replaceChildren(cite, ...cited);
  }

  makeButton(words, title, act) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "button button-small button-secondary", title, textContent: words });
    if (words !== "Chiffre") button.setAttribute("aria-label", title);
    button.addEventListener("mousedown", (event) => event.preventDefault()); // the selection stays
    button.addEventListener("click", act);
    return button;
  }

  answerKey(event) {
    const { selectionStart: start, selectionEnd: end, value } = this.line;
    if (event.key !== KEY || event.isComposing || !OPENS_A_WORD.test(value.slice(0, start))) return;
    event.preventDefault();
    this.cite({ start, end }, KEY);
  }

  /** Asks for the figures of a range; without an answer, `otherwise` is what was typed. */
  async cite({ start, end, of = "", way = "" }, otherwise = "") {
    const words = this.last.slice(start, end);
    const chosen = await chooseFigures({ words, way, addresses: of.split(" ").filter(Boolean) });
    if (!chosen) {
      this.write(start, end, otherwise || words, this.ranges);
      return;
    }
    const others = this.ranges.filter((range) => range.end <= start || range.start >= end);
    const range = { start, end: start + chosen.words.length, of: chosen.of, way: chosen.way };
    if (chosen.of) markAsCiting();
    this.write(start, end, chosen.words, others, chosen.of ? [range] : []);
  }

  /** Writes words in the place of a range, and puts the caret behind them. */
  write(start, end, words, ranges, added = []) {
    const { line } = this;
    const before = line.value;
    const after = `${before.slice(0, start)}${words}${before.slice(end)}`;
    line.focus();
    if (after !== before) line.setRangeText(words, start, end, "end");
    const moved = followChange(ranges, before, after);
    this.store([...moved, ...added].sort((one, other) => one.start - other.start));
    line.dispatchEvent(new Event("input", { bubbles: true }));
    line.setSelectionRange(start + words.length, start + words.length);
  }
}

window.wagtail.app.register("bilan-cited-line", CitedLineController);
