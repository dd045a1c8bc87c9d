/**
 * A fact in the form: one line, and beside it what else it has: a link, a tick on what sums up the
 * report. Their fields are shown once they are wanted.
 */
import { readClipboard } from "./clipboard.js";
import { suggestFor } from "./fact_suggestion.js";
import { announce, create, icon } from "./figure.js";
import { History, wayOf } from "./history.js";

const { StructBlockDefinition } = window.wagtailStreamField.blocks;

const WORDS = ["lead", "before", "figure", "after"];
const MAX_PASTED = { rows: 500, columns: 50 }; // of what is pasted, of which one cell is taken

/** What is refused of a fact's parts is said of its line. */
function gather(error) {
  if (!error?.blockErrors) return error;
  const others = Object.entries(error.blockErrors).filter(([name]) => !WORDS.includes(name));
  const messages = WORDS.flatMap((name) => error.blockErrors[name]?.messages ?? []);
  const blockErrors = Object.fromEntries(others);
  if (messages.length) blockErrors.figure = { messages: [...new Set(messages)] };
  return { ...error, blockErrors };
}

/** The buttons of a fact, at the end of its line. */
class FactTools {
  constructor(fact) {
    this.root = fact.container[0];
    this.line = fact.childBlocks.figure.widget;
    this.fields = Object.fromEntries(
      ["url", "leading"].map((name) => [name, this.root.querySelector(`:scope > [data-contentpath=${name}]`)]),
    );
    this.link = this.button("link", "Lien imprimé sur ces mots", () => this.toggleLink());
    this.tick = this.button("pick", "Dans l’essentiel", () => this.input("leading").click());
    this.link.setAttribute("aria-expanded", "false");
    const tools = create("span", { className: "bilan-line__tools" }, this.link, this.tick);
    if (fact.childBlocks.level) tools.append(this.leadButton());
    this.line.side.append(tools);
    const comment = this.root.querySelector("[data-contentpath=figure] [data-comment-add]");
    if (comment) tools.append(comment);
    for (const name of ["url", "leading"]) {
      this.fields[name].addEventListener("input", () => this.refresh());
      this.fields[name].addEventListener("change", () => this.refresh());
      this.fields[name].addEventListener("beforematch", () => this.open(name));
    }
    this.refresh();
  }

  input(name) {
    return this.fields[name].querySelector("input");
  }

  button(name, label, act) {
    const made = create("button", { type: "button", title: label, ariaLabel: label, tabIndex: -1 }, icon(name));
    made.addEventListener("click", act);
    return made;
  }

  leadButton() {
    const { line } = this;
    const label = "Amorce en gras, jusqu’au curseur (Ctrl + B)";
    const made = this.button("bold", label, () => {
      line.leadTo(line.text.selectionEnd);
      line.text.focus();
    });
    made.addEventListener("pointerdown", (event) => event.preventDefault()); // the caret stays
    return made;
  }

  refresh() {
    const { link, tick, root } = this;
    const url = this.input("url").value.trim();
    link.ariaPressed = null;
    link.title = url ? `Lien\u00a0: ${url}` : "Lien imprimé sur ces mots";
    link.ariaLabel = link.title;
    link.classList.toggle("is-set", Boolean(url));
    tick.ariaPressed = String(this.input("leading").checked);
    tick.classList.toggle("is-set", this.input("leading").checked);
    root.classList.toggle("bilan-fact--linked", Boolean(url));
  }

  toggleLink() {
    if (this.root.classList.contains("bilan-fact--link")) {
      this.close();
      return;
    }
    this.open("url");
    this.input("url").focus();
  }

  open(name) {
    if (name === "url") this.root.classList.add("bilan-fact--link");
    if (name === "leading") this.root.classList.add("bilan-fact--tick");
    this.link.setAttribute("aria-expanded", String(this.root.classList.contains("bilan-fact--link")));
  }

  close() {
    this.root.classList.remove("bilan-fact--link");
    this.link.setAttribute("aria-expanded", "false");
    this.line.text.focus();
  }
}

/** A fact that is in no list: it is one line, whose typing is undone in it alone. */
class LoneFact {
  constructor(fact) {
    this.fact = fact;
    this.line = fact.childBlocks.figure.widget;
    this.history = new History();
    this.now = this.snapshot();
    fact.container[0].classList.add("bilan-fact--alone");
    fact.container[0].addEventListener("input", () => this.typed());
    this.line.text.addEventListener("keydown", (event) => this.keydown(event));
    this.line.text.addEventListener("paste", (event) => this.paste(event));
    this.line.text.addEventListener("focusout", () => this.history.leave());
  }

  snapshot() {
    return JSON.stringify(this.fact.getState());
  }

  typed() {
    if (this.isTurning) return;
    const before = this.now;
    this.now = this.snapshot();
    const step = { owner: this, label: "", before, after: this.now, stay: "line" };
    step.undo = () => this.restore(step.before);
    step.redo = () => this.restore(step.after);
    this.history.record(step);
  }

  keydown(event) {
    if (event.key === "Enter" && !event.altKey) event.preventDefault(); // a line has no other below it
    const way = wayOf(event);
    if (!way) return;
    event.preventDefault();
    this.history[way]();
  }

  restore(state) {
    this.now = state;
    this.isTurning = true;
    this.fact.setState(JSON.parse(state));
    this.line.tell();
    this.isTurning = false;
  }

  /** Of several cells one is taken: « 12 » above « 345 » would be twelve thousand. */
  paste(event) {
    const content = readClipboard(event.clipboardData, MAX_PASTED);
    if (!content) return;
    event.preventDefault();
    const cells = content.block?.flat().filter(Boolean) ?? [content.words].filter(Boolean);
    if (!cells.length) {
      announce("Rien n’a été collé.");
      return;
    }
    const { text } = this.line;
    text.setRangeText(cells[0], text.selectionStart, text.selectionEnd, "end");
    text.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
    if (cells.length > 1) announce(`Collé\u00a0: la première des ${cells.length} valeurs.`);
  }
}

class FactBlockDefinition extends StructBlockDefinition {
  constructor(...given) {
    super(...given);
    this.collapsible = false;
  }

  render(placeholder, prefix, state, error) {
    const fact = super.render(placeholder, prefix, state, gather(error));
    const setError = fact.setError.bind(fact);
    fact.setError = (found) => setError(gather(found));
    fact.tools = new FactTools(fact);
    if (!this.isListed) new LoneFact(fact);
    suggestFor(fact, fact.childBlocks.figure.widget);
    return fact;
  }
}

window.telepath.register("bilan.FactBlock", FactBlockDefinition);
