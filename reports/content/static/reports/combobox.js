/**
 * An input that proposes what fits what is typed: the combobox of ARIA 1.2. The focus stays in the
 * input while the arrows walk the list below it. It knows nothing of what it proposes.
 */
import { create } from "./figure.js";

const PAUSE_MILLISECONDS = 150; // ms without a key before it looks
let minted = 0;

/** @typedef {{ text: string, line?: string }} Option */

export class Combobox {
  /**
   * `find` gives the options for a text, `choose` takes the one that was chosen, `leave` is told
   * when the editor goes elsewhere, or presses Escape, and has chosen nothing.
   * @param {HTMLInputElement} input
   * @param {{ find(text: string): Promise<Option[]>, choose(option: Option): void,
   *   leave(text: string): void }} does
   */
  constructor(input, does) {
    this.input = input;
    this.does = does;
    this.lastSearch = 0; // the number of the last search: older answers come too late
    this.waiting = null; // the search that is under way
    this.stale = false; // whether something was typed since the last search
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.autocomplete = "off";
    input.spellcheck = false;
    this.status = create("span", { className: "w-sr-only", role: "status" });
    input.after(this.status);
    input.addEventListener("input", () => this.later());
    input.addEventListener("click", () => this.list || this.look());
    input.addEventListener("keydown", (event) => this.onKey(event));
    input.addEventListener("blur", () => this.onBlur());
  }

  /** Looks once the keys pause. */
  later() {
    clearTimeout(this.timer);
    this.typed = this.stale = true;
    this.timer = setTimeout(() => this.look(), PAUSE_MILLISECONDS);
  }

  /** Looks now, and shows what there is. */
  look() {
    clearTimeout(this.timer);
    this.stale = false;
    const turn = (this.lastSearch += 1);
    const text = this.typed ? this.input.value.trim() : ""; // what is chosen is no question
    this.waiting = this.does
      .find(text)
      .then((options) => turn === this.lastSearch && this.show(options, Boolean(text)))
      .catch(() => turn === this.lastSearch && this.fail());
    return this.waiting;
  }

  /** Waits for the options that fit what is typed now, if they are not in the list yet. */
  settle() {
    return this.stale || !(this.list || this.waiting) ? this.look() : this.waiting;
  }

  show(options, preselect) {
    this.waiting = null;
    if (document.activeElement !== this.input) return;
    this.close();
    this.options = options;
    if (!options.length) {
      this.sayNothingFits();
      return;
    }
    const id = `bilan-options-${(minted += 1)}`;
    this.list = create("ul", { id, role: "listbox", className: "bilan-options" });
    this.list.ariaLabel = this.input.labels?.[0]?.textContent.trim() || "Propositions";
    this.list.append(
      ...options.map(({ text, line }, place) => {
        const item = create("li", { id: `${id}-${place}`, role: "option" }, text);
        if (line) item.append(create("span", { className: "bilan-options__line" }, line));
        return item;
      }),
    );
    // a press on an option must not take the focus away from the input
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("click", ({ target }) => {
      const place = [...this.list.children].indexOf(target.closest("li"));
      if (place >= 0) this.choose(place);
    });
    this.status.after(this.list);
    this.input.setAttribute("aria-expanded", "true");
    this.input.setAttribute("aria-controls", id);
    for (const part of [this.list, this.input]) {
      part.scrollIntoView({ block: "nearest", behavior: "instant" });
    }
    this.activate(preselect ? 0 : -1);
    this.say(`${options.length} ${options.length > 1 ? "propositions" : "proposition"}.`);
  }

  /** A sentence in the place of the list. */
  sayNothingFits() {
    const text = this.typed ? this.input.value.trim() : "";
    const words = text ? `Rien ne correspond à «\u00a0${text}\u00a0».` : "Il n’y a encore rien à proposer.";
    this.list = create("p", { className: "bilan-options bilan-options--none" }, words);
    this.status.after(this.list);
    this.list.scrollIntoView({ block: "nearest", behavior: "instant" });
    this.say(words);
  }

  fail() {
    this.waiting = null;
    this.close();
    this.say("La recherche n’a pas répondu : réessayez.");
  }

  say(text) {
    this.status.textContent = text;
  }

  activate(place) {
    this.active = place;
    [...this.list.children].forEach((item, each) => {
      item.setAttribute("aria-selected", String(each === place));
    });
    const item = this.list.children[place];
    if (!item) {
      this.input.removeAttribute("aria-activedescendant");
      return;
    }
    this.input.setAttribute("aria-activedescendant", item.id);
    item.scrollIntoView({ block: "nearest" });
  }

  choose(place) {
    const option = this.options[place];
    this.close();
    this.typed = false;
    this.does.choose(option);
  }

  close() {
    this.list?.remove();
    this.list = null;
    this.active = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-controls");
    this.input.removeAttribute("aria-activedescendant");
  }

  /** Forgets what was typed and what was asked. */
  rest() {
    clearTimeout(this.timer);
    this.lastSearch += 1;
    this.waiting = null;
    this.typed = false;
    this.close();
    this.say("");
  }

  async onKey(event) {
    const { key, isComposing, ctrlKey, metaKey } = event;
    if (isComposing || ctrlKey || metaKey) return;
    if (!["ArrowDown", "ArrowUp", "Enter", "Escape"].includes(key)) return;
    if (key === "Escape" && !this.list && !this.typed) return;
    event.preventDefault(); // Enter would send the whole form
    if (key === "Escape") this.escape();
    else if (key === "Enter") await this.enter();
    else await this.step(key === "ArrowDown" ? 1 : -1);
  }

  escape() {
    if (this.list) {
      this.close();
      return;
    }
    this.rest();
    this.does.leave("");
  }

  /** Takes the option that is marked; where keys outran the answer, waits for it. */
  async enter() {
    if (this.typed && !this.input.value.trim()) {
      this.rest();
      this.does.choose(null);
      return;
    }
    if (this.typed) await this.settle();
    if (this.list && this.active >= 0) this.choose(this.active);
  }

  /** Marks the next option, or the one before; where keys outran the answer, waits for it. */
  async step(by) {
    const wasOpen = Boolean(this.list);
    await this.settle();
    if (!this.list || !this.options.length) return;
    const many = this.options.length;
    if (this.active < 0) this.activate(by > 0 ? 0 : many - 1);
    else if (wasOpen) this.activate((this.active + by + many) % many);
  }

  onBlur() {
    const { typed } = this;
    const text = this.input.value.trim();
    this.rest();
    if (!typed) return;
    if (text) this.does.leave(text);
    else this.does.choose(null);
  }
}
