/**
 * A fact that was emptied when the report began shows in grey what last year's report said; its words
 * are taken over by a button, or by Alt + Enter, around the figure that is typed or will be.
 */
import { announce, create } from "./figure.js";
import { hasWords, joined, lastYear, suggestion, suggestionYear } from "./suggestion.js";

let minted = 0;

/** What is suggested for a fact, by the ids and names that lead to where it is in the form. */
function suggestionFor(element) {
  let key = "";
  for (let at = element; (at = at.closest("[data-contentpath]")); at = at.parentElement) {
    key = key ? `${at.dataset.contentpath}/${key}` : at.dataset.contentpath;
    if (suggestion(key)) return suggestion(key);
  }
  return undefined;
}

class FactSuggestion {
  /** @param fact the struct @param line of it @param suggested for it */
  constructor(fact, line, suggested) {
    Object.assign(this, { fact, line, suggested });
    this.isWanted = true;
    this.note = this.describe();
    line.side.prepend(this.note);
    // grey: no value, so nothing of it is sent, saved or shown to readers
    line.text.placeholder = lastYear(suggested.line);
    const described = line.text.getAttribute("aria-describedby");
    line.text.setAttribute("aria-describedby", [this.note.id, described].filter(Boolean).join(" "));
    line.root.addEventListener("input", () => this.refresh());
    line.root.addEventListener("bilan:reading", () => this.refresh());
    line.text.addEventListener("keydown", (event) => this.keydown(event));
    line.text.addEventListener("focusout", () => this.closeGap());
    line.draw();
    this.refresh();
  }

  describe() {
    const id = `bilan-suggestion-${(minted += 1)}`;
    const said = create("span", { className: "w-sr-only" });
    const note = create("div", { id, className: "bilan-suggestion" }, said);
    if (hasWords(this.suggested)) note.append(this.button());
    return note;
  }

  button() {
    const made = create("button", {
      type: "button",
      className: "button button-small button-secondary",
      title: `${lastYear(this.suggested.line)} (Alt + Entrée)`,
      "aria-keyshortcuts": "Alt+Enter",
    });
    made.append("Reprendre", create("span", {}, " les mots"));
    made.addEventListener("click", () => this.take());
    return made;
  }

  /** Words are wanted as long as there are none, or nobody knows yet which of them are the figure. */
  refresh() {
    const text = this.line.text.value.trim();
    const { place } = this.line;
    if (!text) this.isWanted = true;
    else if (this.line.isUnderstood) this.isWanted = this.line.text.value.slice(...(place ?? [0, 0])).trim() === text;
    const isFilled = Boolean(text);
    this.note.hidden = !this.isWanted || (isFilled && !hasWords(this.suggested));
    const what = isFilled ? "Les mots ne sont pas saisis." : "Rien n’est saisi.";
    this.note.firstChild.textContent = `${what} Bilan ${suggestionYear()}\u00a0: ${this.suggested.line}`;
  }

  keydown(event) {
    if (event.key !== "Enter" || !event.altKey || event.isComposing || this.note.hidden) return;
    event.preventDefault();
    this.take();
  }

  /** Writes the suggested words around what is typed, and the link on them. */
  take() {
    if (!hasWords(this.suggested)) return;
    const { line, suggested } = this;
    const { lead = "", before = "", after = "" } = suggested;
    const typed = line.text.value.trim();
    const head = joined([lead, before]);
    const text = typed ? joined([lead, before, typed, after]) : [head, after].join(head ? "  " : " ");
    const parts = typed ? [lead, before, typed, after] : [lead].filter(Boolean);
    line.setState({ line: text, parts, isFixed: Boolean(typed), readAs: line.readAs.value });
    const { url } = this.fact.childBlocks;
    if (suggested.url && !url.getState()) url.setState(suggested.url);
    line.text.focus();
    const caret = typed ? text.indexOf(typed, head.length) + typed.length : head.length + (head ? 1 : 0);
    line.text.setSelectionRange(caret, caret);
    this.hasGap = !typed;
    line.tell();
    this.isWanted = false;
    this.refresh();
    announce(`Mots du bilan ${suggestionYear()} repris.`);
  }

  /** The place for the figure, where none has been typed. */
  closeGap() {
    if (!this.hasGap) return;
    this.hasGap = false;
    const { value } = this.line.text;
    const tidy = value.replace(/ {2,}/g, " ").trim();
    if (tidy !== value) this.line.write(tidy);
  }
}

/** Shows beside a fact what is suggested for it, if something is. */
export function suggestFor(fact, line) {
  const suggested = suggestionFor(fact.container[0]);
  if (suggested) new FactSuggestion(fact, line, suggested);
}
