/**
 * A fact in the form: words, a figure, words. One that was emptied when the report began shows in grey
 * what last year's report said; its words are taken over by a button, or by Alt + Enter.
 */
(() => {
  "use strict";

  const { StructBlockDefinition } = window.wagtailStreamField.blocks;
  const { announce, create, hasWords, lastYear, readClipboard } = window.bilan;
  const { suggestion, suggestionYear, wordsOf } = window.bilan;

  const MOST = { rows: 500, columns: 50 }; // of what is pasted, of which one cell is taken
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

  class Suggestion {
    constructor(fact, suggested) {
      this.fact = fact;
      this.suggested = suggested;
      this.root = fact.container[0];
      const line = create("q", { textContent: suggested.line });
      const intro = `Rien n’est saisi. Bilan ${suggestionYear()} : `;
      const id = `bilan-suggestion-${(minted += 1)}`;
      this.note = create("div", { id, className: "bilan-suggestion" }, create("span", {}, intro, line));
      if (hasWords(suggested)) this.note.append(this.button(), create("kbd", {}, "Alt + Entrée"));
      for (const name of [...wordsOf(suggested), "url", "figure"]) this.ghost(name);
      this.root.prepend(this.note);
      this.root.addEventListener("input", () => this.refresh());
      this.root.addEventListener("keydown", (event) => this.keydown(event));
      this.refresh();
    }

    button() {
      const made = create("button", {
        type: "button",
        className: "button button-small button-secondary",
        textContent: "Reprendre les mots",
        "aria-keyshortcuts": "Alt+Enter",
      });
      made.addEventListener("click", () => this.take());
      return made;
    }

    inputOf(name) {
      return this.root.querySelector(`:scope > [data-contentpath="${name}"] input[type=text]`);
    }

    /** Grey in an empty field: no value, so nothing of it is sent, saved or shown to readers. */
    ghost(name) {
      const input = this.inputOf(name);
      if (!input) return;
      if (this.suggested[name]) {
        input.placeholder = name === "figure" ? lastYear(this.suggested.figure) : this.suggested[name];
      }
      const described = input.getAttribute("aria-describedby");
      input.setAttribute("aria-describedby", described ? `${this.note.id} ${described}` : this.note.id);
    }

    get isUntouched() {
      return wordsOf(this.suggested).every((name) => !this.inputOf(name)?.value);
    }

    refresh() {
      const isFilled = Boolean(this.inputOf("figure").value);
      this.note.hidden = !this.isUntouched || (isFilled && !hasWords(this.suggested));
      this.note.firstChild.firstChild.data = isFilled
        ? `Les mots ne sont pas saisis. Bilan ${suggestionYear()} : `
        : `Rien n’est saisi. Bilan ${suggestionYear()} : `;
    }

    keydown(event) {
      if (event.key !== "Enter" || !event.altKey || event.isComposing || this.note.hidden) return;
      event.preventDefault();
      this.take();
    }

    /** Writes the suggested words, and the link on them, into the fields that are empty. */
    take() {
      if (!hasWords(this.suggested)) return;
      const isOnButton = this.note.contains(document.activeElement);
      for (const name of [...wordsOf(this.suggested), "url"]) {
        const input = this.inputOf(name);
        if (!input || input.value || !this.suggested[name]) continue;
        this.fact.childBlocks[name].setState(this.suggested[name]);
        input.dispatchEvent(new Event("input", { bubbles: true }));
      }
      if (isOnButton) this.inputOf("figure").focus();
      announce(`Mots du bilan ${suggestionYear()} repris.`);
    }
  }

  /**
   * One value is pasted into a figure, without what came around it. Of several cells the browser would
   * make one text: « 12 » above « 345 » would be twelve thousand.
   */
  function paste(event) {
    const figure = event.target.closest("[data-contentpath=figure] .bilan-figure");
    const content = figure && readClipboard(event.clipboardData, MOST);
    if (!content) return;
    event.preventDefault();
    const cells = content.block?.flat().filter(Boolean) ?? [content.words].filter(Boolean);
    if (!cells.length) {
      announce("Rien n’a été collé.");
      return;
    }
    const input = event.target;
    input.setRangeText(cells[0], input.selectionStart, input.selectionEnd, "end");
    input.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
    if (cells.length > 1) announce(`Collé : la première des ${cells.length} valeurs.`);
  }

  class FactBlockDefinition extends StructBlockDefinition {
    render(...given) {
      const fact = super.render(...given);
      const suggested = suggestionFor(fact.container[0]);
      if (suggested) new Suggestion(fact, suggested);
      fact.container[0].addEventListener("paste", paste);
      return fact;
    }
  }

  window.telepath.register("bilan.FactBlock", FactBlockDefinition);
})();
