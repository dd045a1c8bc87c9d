/**
 * A list of facts, which is written as lines of a text: Enter makes one, Backspace joins two, a pasted
 * list becomes as many as it has lines. Alt and arrows move a line or change its level. Whatever is
 * done in the list is undone by Ctrl + Z, step by step.
 */
import { findBeside, leavesLine } from "./fact_rows.js";
import { announce } from "./figure.js";
import { history, wayOf } from "./history.js";
import { putBack } from "./list_items.js";
import { readLines, spreadLines } from "./pasted_lines.js";
import { joined } from "./suggestion.js";

const { ListBlock, ListBlockDefinition } = window.wagtailStreamField.blocks;

const PAUSE_MILLISECONDS = 1_000; // ms without a key after which typing is another step
const LEVELS = [1, 6];
const SHORTCUTS = "Alt+ArrowUp Alt+ArrowDown Control+Z Control+B F2";

/** Who has turned shortcuts off keeps the buttons in the order of Tab. */
function hasShortcuts() {
  const config = document.getElementById("wagtail-config")?.textContent ?? "{}";
  hasShortcuts.known ??= Boolean(JSON.parse(config).KEYBOARD_SHORTCUTS_ENABLED);
  return hasShortcuts.known;
}

const lineOf = (child) => child.block.childBlocks.figure.widget;
const levelOf = (child) => child.block.childBlocks.level;

class FactList extends ListBlock {
  constructor(...given) {
    super(...given);
    this.removed = new Map(); // id -> an item that was deleted, with its inserter
    this.now = this.snapshot();
    const [root] = this.container;
    root.addEventListener("keydown", (event) => this.keydown(event));
    root.addEventListener("paste", (event) => this.paste(event));
    root.addEventListener("input", () => this.typed());
    root.addEventListener("focusout", () => history.leave());
  }

  snapshot() {
    return JSON.stringify(this.getState());
  }

  /** Does something to the list that is one step, whatever it is made of. */
  step(act) {
    if (!this.removed || this.isActing) return act(); // Wagtail's constructor makes items
    this.isActing = true;
    const from = this.caret();
    const result = act();
    this.isActing = false;
    this.record({ from });
    return result;
  }

  record({ from, stay }) {
    const after = this.snapshot();
    const to = this.caret();
    const step = { owner: this, label: "modifier une liste de faits", before: this.now, after, stay };
    step.undo = () => this.turn(step.before, from, "Annulé.");
    step.redo = () => this.turn(step.after, to, "Rétabli.");
    history.record(step);
    this.now = after;
  }

  typed() {
    if (this.isActing) return;
    const at = this.children.findIndex(({ element }) => element.contains(document.activeElement));
    this.record({ from: this.caret(), stay: `${this.children[at]?.id}` });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => history.leave(), PAUSE_MILLISECONDS);
  }

  /** Brings the list to a state that it was in, and a caret that is in it to where it was then. */
  turn(state, { id, offset }, said) {
    const isHere = this.container[0].contains(document.activeElement);
    this.isActing = true;
    this.now = state;
    this.restore(JSON.parse(state));
    this.isActing = false;
    const at = this.children.findIndex((child) => child.id === id);
    if (isHere && this.children.length) this.go(Math.max(at, 0), offset);
    announce(said);
  }

  restore(states) {
    const wanted = new Set(states.map(({ id }) => id));
    for (let at = this.children.length - 1; at >= 0; at -= 1) {
      if (!wanted.has(this.children[at].id)) this.deleteBlock(at);
    }
    states.forEach(({ id, value }, place) => {
      const at = this.children.findIndex((child) => child.id === id);
      if (at < 0) this.bringBack(id, value, place);
      else if (at !== place) this.moveBlock(at, place);
      const { block } = this.children[place];
      if (JSON.stringify(block.getState()) !== JSON.stringify(value)) block.setState(value);
    });
    this.showLevels();
  }

  bringBack(id, value, place) {
    const item = this.removed.get(id);
    this.removed.delete(id);
    if (item) putBack(this, item, place);
    else this.insert(value, place, { id });
  }

  /** Where somebody is in the list. */
  caret() {
    const child = this.children.find(({ element }) => element.contains(document.activeElement));
    return { id: child?.id, offset: child && lineOf(child).text.selectionStart };
  }

  go(at, offset) {
    const { text } = lineOf(this.children[at]);
    text.focus();
    const caret = Math.min(offset ?? text.value.length, text.value.length);
    text.setSelectionRange(caret, caret);
  }

  // What Wagtail's buttons do is a step too

  _insert(...given) {
    const child = this.step(() => super._insert(...given));
    this.dress(child);
    return child;
  }

  moveBlock(from, to) {
    this.step(() => super.moveBlock(from, to));
  }

  deleteBlock(index) {
    this.step(() => {
      const child = this.children[index];
      this.removed?.set(child.id, { child, inserter: this.inserters[index] });
      super.deleteBlock(index, { animate: false });
    });
  }

  /** Tab leads from line to line: keys do what the buttons of an item do. */
  dress(child) {
    const { text } = lineOf(child);
    text.setAttribute("aria-keyshortcuts", SHORTCUTS);
    if (hasShortcuts()) {
      const buttons = child.element.querySelectorAll(".w-panel__header :is(a, button)");
      for (const button of buttons) button.tabIndex = -1;
    }
    this.showLevels();
  }

  showLevels() {
    for (const child of this.children) {
      if (levelOf(child)) child.element.dataset.level = levelOf(child).getState() || 1;
    }
  }

  keydown(event) {
    const at = this.children.findIndex((child) => lineOf(child).text === event.target);
    if (at < 0 || event.isComposing) return;
    if (this.press(event, at)) event.preventDefault();
  }

  /** @returns whether the key is done with */
  press(event, at) {
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
    const way = wayOf(event);
    if (way) {
      history[way](this);
      return true;
    }
    const isCommand = ctrlKey || metaKey;
    const letter = key.toLowerCase();
    if (isCommand && !altKey && letter === "b") return this.setLead(at) || true;
    if (isCommand) return false;
    if (altKey) return this.rearrange(key, at);
    if (key === "Enter") return this.split(at) || true;
    if (key === "Backspace") return this.join(at);
    if (key === "ArrowUp" || key === "ArrowDown") return !shiftKey && this.cross(key, at);
    return false;
  }

  rearrange(key, at) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[key];
    const deeper = { ArrowLeft: -1, ArrowRight: 1 }[key];
    if (step) {
      const { offset } = this.caret();
      if (this.children[at + step]) {
        this.moveBlock(at, at + step);
        this.go(at + step, offset);
        announce(`Ligne ${at + step + 1} sur ${this.children.length}`);
      }
      return true;
    }
    if (key === "Delete") {
      this.deleteBlock(at);
      if (this.children.length) this.go(Math.min(at, this.children.length - 1));
      return true;
    }
    const level = levelOf(this.children[at]);
    if (!deeper || !level) return false;
    const wanted = Math.min(Math.max(Number(level.getState() || 1) + deeper, LEVELS[0]), LEVELS[1]);
    this.step(() => level.setState(wanted));
    this.showLevels();
    lineOf(this.children[at]).tell();
    announce(`Niveau ${wanted}`);
    return true;
  }

  /** From the first row of a line to the one above, from its last row to the one below. */
  cross(key, at) {
    const line = lineOf(this.children[at]);
    const { selectionStart, selectionEnd } = line.text;
    const step = key === "ArrowUp" ? -1 : 1;
    const next = this.children[at + step];
    if (selectionStart !== selectionEnd || !next || !leavesLine(line, step)) return false;
    this.go(at + step, findBeside(line, lineOf(next), step));
    return true;
  }

  /** A line that has just been made, at the level of the one that it follows. */
  add(at, text) {
    const initial = this.blockDef.initialChildState;
    const above = this.children[at - 1];
    const level = above && levelOf(above) && { level: levelOf(above).getState() };
    const figure = { line: text, parts: [], isFixed: false, readAs: "" };
    const [, , id] = this._getChildDataForInsertion();
    return this.insert({ ...initial, ...level, figure }, at, { id });
  }

  split(at) {
    const line = lineOf(this.children[at]);
    const { selectionStart, selectionEnd, value } = line.text;
    const [head, tail] = [value.slice(0, selectionStart).trimEnd(), value.slice(selectionEnd).trimStart()];
    this.step(() => {
      if (!head && tail) {
        this.add(at, "");
      } else {
        if (tail || selectionStart !== selectionEnd) line.write(head);
        this.add(at + 1, tail);
      }
    });
    this.go(at + 1, 0);
  }

  /** Backspace at the beginning of a line: an empty one goes, another joins the one above. */
  join(at) {
    const { text } = lineOf(this.children[at]);
    const above = this.children[at - 1];
    if (text.selectionEnd > 0 || (!above && (text.value || !this.children[1]))) return false;
    const { url, leading } = this.children[at].block.childBlocks;
    if (text.value && (url.getState() || leading.getState())) return false;
    const end = above ? lineOf(above).text.value.length : 0;
    this.step(() => {
      if (text.value) lineOf(above).write(joined([lineOf(above).text.value, text.value]));
      this.deleteBlock(at);
    });
    this.go(Math.max(at - 1, 0), end);
    return true;
  }

  setLead(at) {
    if (!levelOf(this.children[at])) return; // a fact has no lead where it has no level
    const line = lineOf(this.children[at]);
    this.step(() => line.leadTo(line.text.selectionEnd));
  }

  paste(event) {
    const at = this.children.findIndex((child) => lineOf(child).text === event.target);
    const lines = at < 0 ? undefined : readLines(event.clipboardData);
    if (!lines) return;
    event.preventDefault();
    if (!Array.isArray(lines)) {
      announce(lines.refusal);
      return;
    }
    const line = lineOf(this.children[at]);
    if (lines.length === 1) {
      line.text.setRangeText(lines[0], line.text.selectionStart, line.text.selectionEnd, "end");
      line.text.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
      return;
    }
    const { all, end } = spreadLines(lines, line.text);
    this.step(() => {
      line.write(all[0]);
      all.slice(1).forEach((text, place) => this.add(at + 1 + place, text));
    });
    this.go(at + all.length - 1, end);
    announce(`${all.length} lignes collées. Ctrl + Z les retire.`);
  }
}

class FactsBlockDefinition extends ListBlockDefinition {
  constructor(...given) {
    super(...given);
    this.childBlockDef.isListed = true;
  }

  render(...given) {
    return new FactList(this, ...given);
  }
}

window.telepath.register("bilan.FactsBlock", FactsBlockDefinition);
