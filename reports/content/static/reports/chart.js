/**
 * A chart as editors make it: beside its data the drawing, below its transcription what readers get
 * without one, and what has changed in the data since it was written by hand. The server says all
 * of this (reports/content/charts/admin); here it is asked, when there is a pause, and shown.
 */
import { create } from "./figure.js";

const { StructBlockDefinition } = window.wagtailStreamField.blocks;

const PAUSE_MILLISECONDS = 500; // ms without an edit before the server is asked
const RETRY_MILLISECONDS = 3000; // ms before it is asked again, where it was busy
const WRITE_MILLISECONDS = 400; // ms until Draftail has written what it shows into its form field
const QUIET_MILLISECONDS = 1000; // ms without news before they are said to those who listen
const MIN_BESIDE_PIXELS = 880; // px of the data and the drawing beside one another, at least
const MAX_MARGIN_PIXELS = 400; // px of the page's margin that a drawing takes, at most
const FAILED =
  "Le serveur n’a pas répondu : le dessin sera redemandé à la prochaine modification.";

/** A button that stays in its place, so that whoever pressed it keeps the focus. */
function button(text, press) {
  const made = create("button", { type: "button", textContent: text });
  made.className = "button button-small button-secondary";
  made.addEventListener("click", press);
  return made;
}

/** Nodes of HTML that our server has made, in which everything typed is escaped. */
function nodes(html) {
  return [...new DOMParser().parseFromString(html, "text/html").body.childNodes];
}

/** A drawing as a picture, in which nothing can run or be fetched, in the colour of words here. */
function picture(svg, colour) {
  const coloured = svg.replace("<svg ", `<svg color="${colour}" `);
  return `data:image/svg+xml,${encodeURIComponent(coloured)}`;
}

class ChartEditor {
  /** @param block Wagtail's struct, whose children are the form. */
  constructor(block, url) {
    this.children = block.childBlocks;
    this.url = url;
    this.root = block.container[0];
    this.field = (name) => this.root.querySelector(`[data-contentpath="${name}"]`);
    this.placeDrawing();
    this.placeWords(`${block.prefix}-transcription-origin`);
    this.root.addEventListener("input", () => this.soon());
    this.root.addEventListener("change", () => this.soon());
    // words settle what has changed: not before whoever writes them is done
    for (const type of ["focusout", "keyup"]) {
      this.field("transcription").addEventListener(type, () => this.soon(WRITE_MILLISECONDS));
    }
    const near = new IntersectionObserver(([{ isIntersecting }]) => {
      if (!isIntersecting) return;
      near.disconnect();
      this.ask();
    });
    near.observe(this.root);
  }

  // What is there

  placeDrawing() {
    this.image = create("img", { hidden: true });
    this.reason = create("p", { className: "bilan-chart__reason" });
    this.remark = create("p", { className: "bilan-chart__remark", hidden: true });
    this.warning = create("a", { className: "bilan-chart__warning", hidden: true });
    this.status = create("p", { className: "w-sr-only", role: "status" });
    this.drawing = create(
      "figure",
      { className: "bilan-chart__drawing" },
      create("figcaption", { className: "w-field__label", textContent: "Dessin" }),
      this.image,
      this.reason,
      this.remark,
      this.warning,
    );
    const data = this.field("data");
    this.layout = create("div", { className: "bilan-chart" });
    data.replaceWith(this.layout);
    this.layout.append(data, this.drawing, this.status);
    const form = this.root.closest(".w-tabs__panel");
    if (form) new ResizeObserver(() => this.settleIn(form)).observe(form);
  }

  /** Wagtail's forms are narrow: where the page has room on the right, the drawing takes it. */
  settleIn(form) {
    const { right, width } = this.root.getBoundingClientRect();
    const room = Math.min(MAX_MARGIN_PIXELS, form.getBoundingClientRect().right - right);
    const beside = width + room >= MIN_BESIDE_PIXELS;
    this.layout.classList.toggle("bilan-chart--beside", beside);
    this.layout.style.marginInlineEnd = beside ? `${-Math.max(0, room)}px` : "";
  }

  placeWords(id) {
    this.note = create("p", { className: "bilan-chart__note" });
    this.changes = create("ul", { className: "bilan-chart__changes" });
    this.settled = create("details", { className: "bilan-chart__settled", hidden: true });
    this.regenerate = button("Régénérer depuis les données", () => this.empty());
    this.begin = button("Partir du texte généré", () => this.take());
    this.restore = button("Reprendre la transcription précédente", () => this.swap());
    this.generated = create("div", { className: "bilan-chart__generated" });
    const summary = create("summary", { textContent: "Texte tiré des données" });
    const preview = { className: "bilan-chart__preview", hidden: true };
    this.preview = create("details", preview, summary, this.generated);
    this.words = create(
      "div",
      { id, tabIndex: -1, className: "bilan-chart__words" },
      this.note,
      this.changes,
      this.settled,
      create("p", { className: "bilan-chart__acts" }, this.regenerate, this.begin, this.restore),
    );
    this.words.role = "group";
    this.words.ariaLabel = "D’où vient la transcription";
    this.warning.href = `#${id}`;
    this.warning.addEventListener("click", (event) => this.lead(event));
    const block = this.root.closest("[data-streamfield-child]")?.dataset.contentpath;
    this.key = `bilan-transcription ${location.pathname} ${block}`;
    this.aside = JSON.parse(sessionStorage.getItem(this.key));
    this.restore.hidden = !this.aside;
    this.regenerate.hidden = this.begin.hidden = true;
    const input = this.field("transcription").querySelector("[data-field-input]");
    input.before(this.words);
    input.after(this.preview);
    // Wagtail's label names the hidden field
    this.editor.options.ariaLabel = "Transcription";
    this.editor.setDraftailOptions(this.editor.getFullOptions());
  }

  /** To the words; the address stays, for Wagtail's tabs listen to it. */
  lead(event) {
    event.preventDefault();
    this.words.scrollIntoView({ block: "center" });
    this.words.focus({ preventScroll: true });
  }

  // What is asked

  get editor() {
    return this.children.transcription.widget;
  }

  /** The words of the transcription, without their shapes. */
  get text() {
    const { blocks = [] } = JSON.parse(this.editor.getValue() || "null") ?? {};
    return blocks.map(({ text }) => text).join("\n");
  }

  get state() {
    const value = (name) => this.children[name].getValue() ?? "";
    const names = ["title", "kind", "unit", "data", "basis", "written_for"];
    const words = Object.fromEntries(names.map((name) => [name, value(name)]));
    return JSON.stringify({ ...words, words: this.text });
  }

  get writing() {
    return this.editor.input.parentNode.contains(document.activeElement);
  }

  soon(pause = PAUSE_MILLISECONDS) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (!this.writing && this.state !== this.sentState) this.ask();
    }, pause);
  }

  /** Asks about the chart as it is now. What was asked before is of no interest any more. */
  async ask() {
    clearTimeout(this.timer);
    this.running?.abort();
    this.running = new AbortController();
    this.sentState = this.state;
    this.drawing.ariaBusy = "true";
    const { CSRF_HEADER_NAME, CSRF_TOKEN } = window.wagtailConfig;
    try {
      const [language, currency] = ["id_language", "id_currency"].map(
        (id) => document.getElementById(id)?.value ?? "",
      );
      const response = await fetch(`${this.url}?${new URLSearchParams({ language, currency })}`, {
        method: "POST",
        headers: { "Content-Type": "application/json", [CSRF_HEADER_NAME]: CSRF_TOKEN },
        body: this.sentState,
        signal: this.running.signal,
      });
      this.show(await response.json());
    } catch (error) {
      if (error.name === "AbortError") return;
      this.sentState = null;
      this.show({ error: FAILED });
    }
    this.drawing.ariaBusy = null;
  }

  // What is seen

  /** An answer. Without a drawing or with an error, the words say why. */
  show(answer) {
    const { svg, error } = answer;
    const reason = error ?? answer.reason;
    if (!error) {
      this.image.hidden = !svg;
      if (svg) this.image.src = picture(svg, getComputedStyle(this.reason).color);
      this.image.alt = `Graphique « ${this.children.title.getValue()} », tiré des données`;
      this.showWords(answer);
    }
    this.reason.textContent = reason;
    this.reason.hidden = !reason;
    this.remark.textContent = answer.remark ?? "";
    this.remark.hidden = !answer.remark;
    if (answer.again) this.timer = setTimeout(() => this.ask(), RETRY_MILLISECONDS);
    this.say(reason || ["Dessin à jour.", answer.remark, this.warning.textContent].join(" "));
  }

  showWords(answer) {
    const { origin, note, changes, generated, draft } = answer;
    const current = this.state === this.sentState; // nobody has typed meanwhile
    this.keep("basis", answer.basis);
    this.keep("written_for", answer.written_for);
    if (current) this.sentState = this.state;
    else this.soon();
    this.draft = draft;
    this.note.textContent = note;
    const was = [...this.changes.childNodes];
    if (origin === "edited" && was.length && this.shown !== this.text) this.settle(was);
    if (origin !== "edited") this.settled.hidden = true;
    this.changes.replaceChildren(...changes.map((text) => create("li", { textContent: text })));
    this.changes.hidden = !changes.length;
    this.shown = this.text;
    this.generated.replaceChildren(...nodes(generated));
    this.preview.hidden = !generated;
    if (origin !== this.origin) this.preview.open = origin === "generated";
    this.origin = origin;
    this.regenerate.hidden = !["edited", "outdated"].includes(origin) || !generated;
    this.begin.hidden = !generated;
    this.words.dataset.origin = origin;
    const outdated = origin === "outdated";
    this.warning.hidden = !outdated;
    this.warning.textContent = outdated
      ? "La transcription, écrite à la main, est plus ancienne que les données."
      : "";
  }

  /** Writes into a hidden field what the form is to keep. */
  keep(name, value) {
    const { widget } = this.children[name];
    if (widget.getValue() !== value) widget.setState(value);
  }

  /** Whoever rewrites the words may still want to see what had changed. */
  settle(items) {
    const summary = create("summary", {
      textContent: "Changements tenus pour repris, puisque vous avez réécrit la transcription",
    });
    this.settled.replaceChildren(summary, create("ul", {}, ...items));
    this.settled.hidden = false;
  }

  /** Says something to those who listen to the page, once there is nothing newer to say. */
  say(text) {
    clearTimeout(this.telling);
    this.status.textContent = "";
    this.telling = setTimeout(() => (this.status.textContent = text), QUIET_MILLISECONDS);
  }

  // What the buttons do

  /** Puts words into the editor. Those that were there are put aside, with what they were for. */
  write(content, origin = { basis: "", written_for: "" }) {
    const { EditorState, convertToRaw } = window.DraftJS;
    const state = this.editor.getState();
    const words = state.getCurrentContent();
    const value = (name) => this.children[name].getValue();
    const was = { basis: value("basis"), written_for: value("written_for") };
    this.editor.setState(EditorState.push(state, content, "insert-fragment"));
    for (const name of Object.keys(origin)) this.keep(name, origin[name]);
    if (words.hasText() || this.aside) {
      this.aside = [convertToRaw(words), was];
      sessionStorage.setItem(this.key, JSON.stringify(this.aside)); // a save loads the page anew
    }
    this.restore.hidden = !this.aside;
    // as Draftail will have it in a moment: who saves at once saves this
    this.editor.input.value = content.hasText() ? JSON.stringify(convertToRaw(content)) : "null";
    this.editor.input.dispatchEvent(new Event("change", { bubbles: true }));
    this.ask();
  }

  empty() {
    this.write(window.DraftJS.ContentState.createFromText(""));
    this.restore.focus();
  }

  async take() {
    if (this.state !== this.sentState) await this.ask();
    this.write(window.DraftJS.convertFromRaw(JSON.parse(this.draft)));
    this.editor.focus();
  }

  swap() {
    const [words, origin] = this.aside;
    this.write(window.DraftJS.convertFromRaw(words), origin);
  }
}

class ChartBlockDefinition extends StructBlockDefinition {
  constructor(name, children, meta, url) {
    super(name, children, meta);
    this.url = url;
  }

  render(...place) {
    const block = super.render(...place);
    new ChartEditor(block, this.url);
    return block;
  }
}

window.telepath.register("bilan.ChartBlock", ChartBlockDefinition);
