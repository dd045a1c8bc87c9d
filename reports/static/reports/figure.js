/**
 * A figure as editors type it: an input for the expression and, below it, what Bilan understood.
 * A click on the reading, or F2, opens a second input, "lire comme…", that corrects it.
 *
 * One understanding of French numbers exists, in reports/figures; this asks it, for all figures of
 * the page together. The cells of a table (table.js) are figures too.
 */
(() => {
  "use strict";

  const PAUSE = 300; // ms without an edit before the server is asked
  const BATCH = 500; // expressions in one request, as reading_view.py has it
  const LONGEST = 300; // characters of one expression, likewise

  /** @typedef {{ text: string, state: string, spoken: string }} Reading */

  /** @type {Map<string, Reading>} What the server answered, by expression. */
  const known = new Map();
  /** @type {Set<HTMLElement>} Figures whose reading is not known yet. */
  const waiting = new Set();
  let timer;
  let minted = 0;

  /**
   * An element with its properties or attributes, and its children.
   * @returns {HTMLElement}
   */
  function create(tag, properties = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties)) {
      if (name in element) element[name] = value;
      else element.setAttribute(name, value);
    }
    element.append(...children);
    return element;
  }

  /** The one element that some HTML of ours describes. */
  function html(source) {
    const template = create("template");
    template.innerHTML = source.trim();
    return template.content.firstElementChild;
  }

  /** One of Wagtail's icons; the words beside it say the same. */
  function icon(name) {
    const use = `<use href="#icon-${name}"></use>`;
    return html(`<svg class="icon" aria-hidden="true">${use}</svg>`);
  }

  const inputs = (figure) => figure.querySelectorAll("input");

  /** What a figure says, as one item of a request. */
  function expression(figure) {
    const [raw, readAs] = [...inputs(figure)].map((input) => input.value.slice(0, LONGEST));
    return JSON.stringify({ raw, read_as: readAs });
  }

  /** Completes a `.bilan-figure` that holds two inputs: the expression, and its correction. */
  function dress(figure, tabIndex = 0) {
    const [raw, readAs] = inputs(figure);
    const id = `bilan-reading-${(minted += 1)}`;
    const described = raw.getAttribute("aria-describedby");
    raw.autocomplete = readAs.autocomplete = "off";
    raw.setAttribute("aria-describedby", described ? `${described} ${id}` : id);
    readAs.placeholder = "ex. : plus de 80 %";
    const reading = create("span", { id, className: "bilan-figure__reading" });
    const correct = create("span", { className: "w-sr-only", textContent: " — lire comme…" });
    raw.after(
      create(
        "button",
        { type: "button", className: "bilan-figure__correct", title: "Lire comme… (F2)", tabIndex },
        reading,
        correct,
        icon("edit"),
      ),
      create("label", { className: "bilan-figure__read-as" }, "lire comme", readAs),
    );
    refresh(figure);
    return figure;
  }

  /** Brings what is shown in line with the two inputs. */
  function refresh(figure) {
    open(figure, false);
    read(figure);
  }

  /** Opens or closes the correction; one that says something stays open. */
  function open(figure, wanted) {
    const readAs = inputs(figure)[1];
    const label = readAs.parentElement;
    label.hidden = !wanted && !readAs.value;
    figure.querySelector("button").ariaExpanded = String(!label.hidden);
  }

  /** Shows how a figure is understood: at once where that is known, else after a pause. */
  function read(figure) {
    const reading = known.get(expression(figure));
    if (reading) {
      waiting.delete(figure);
      show(figure, reading);
      return;
    }
    waiting.add(figure);
    figure.dataset.state = "waiting";
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  }

  function show(figure, { state, spoken }) {
    figure.dataset.state = state;
    figure.querySelector(".bilan-figure__reading").textContent = spoken;
    if (figure.contains(document.activeElement)) announce(spoken);
  }

  /** Asks for everything that waits. */
  async function ask() {
    const figures = [...waiting].filter((figure) => figure.isConnected);
    const expressions = [...new Set(figures.map(expression))];
    waiting.clear();
    try {
      for (let start = 0; start < expressions.length; start += BATCH) {
        const batch = expressions.slice(start, start + BATCH);
        const answers = await post(figures[0].closest("[data-readings]").dataset.readings, batch);
        batch.forEach((key, place) => known.set(key, answers[place]));
      }
    } catch {
      const failed = { state: "failed", spoken: "lecture indisponible" };
      figures.forEach((figure) => show(figure, failed));
      return;
    }
    figures.forEach(read); // one that was edited meanwhile waits again
  }

  /** @returns {Promise<Reading[]>} */
  async function post(url, batch) {
    const { CSRF_HEADER_NAME, CSRF_TOKEN } = window.wagtailConfig;
    const response = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json", [CSRF_HEADER_NAME]: CSRF_TOKEN },
      body: `[${batch}]`,
    });
    if (!response.ok) throw new Error(response.statusText);
    return response.json();
  }

  /** Says something to those who listen to the page; there is one voice for all widgets. */
  function announce(text) {
    announce.region ??= document.body.appendChild(
      create("div", { className: "w-sr-only", ariaLive: "polite" }),
    );
    announce.region.textContent = text;
  }

  const figureOf = (event) => event.target.closest?.(".bilan-figure");

  document.addEventListener("input", (event) => {
    const figure = figureOf(event);
    if (figure) read(figure);
  });

  document.addEventListener("click", (event) => {
    if (!event.target.closest(".bilan-figure__correct")) return;
    const figure = figureOf(event);
    const readAs = inputs(figure)[1];
    open(figure, readAs.parentElement.hidden);
    readAs.focus();
  });

  document.addEventListener("keydown", (event) => {
    const figure = figureOf(event);
    if (!figure || !["F2", "Escape"].includes(event.key)) return;
    event.preventDefault();
    open(figure, event.key === "F2");
    inputs(figure)[event.key === "F2" ? 1 : 0].focus();
  });

  /** A widget whose HTML has one root element, which `Bound` makes work. */
  class Widget {
    constructor(html) {
      this.html = html;
    }

    render(placeholder, name, id, state, capabilities, options) {
      const root = html(this.html.replaceAll("__NAME__", name).replaceAll("__ID__", id));
      placeholder.replaceWith(root);
      const bound = new this.Bound(root, options?.attributes?.["aria-describedby"]);
      bound.setState(state);
      return bound;
    }
  }

  class BoundFigure {
    constructor(root, describedBy) {
      this.root = root;
      [this.raw, this.readAs] = inputs(root);
      this.idForLabel = this.raw.id;
      if (describedBy) this.raw.setAttribute("aria-describedby", describedBy);
      dress(root);
    }

    getState() {
      return [this.raw.value, this.readAs.value];
    }

    getValue() {
      return this.getState();
    }

    setState([raw, readAs]) {
      this.raw.value = raw ?? "";
      this.readAs.value = readAs ?? "";
      refresh(this.root);
    }

    setInvalid(invalid) {
      this.raw.ariaInvalid = invalid ? "true" : null;
    }

    getTextLabel({ maxLength = Infinity } = {}) {
      return this.raw.value.slice(0, maxLength);
    }

    focus() {
      this.raw.focus();
    }
  }

  class FigureWidget extends Widget {
    Bound = BoundFigure;
  }

  window.telepath.register("bilan.FigureWidget", FigureWidget);
  window.bilan = { Widget, create, dress, icon };
})();
