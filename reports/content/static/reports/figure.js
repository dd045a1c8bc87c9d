/**
 * A figure as editors type it: an input for the expression and, below it, what Bilan understood.
 * A click on the reading, or F2, opens a second input, "lire comme…", that corrects it. A figure of
 * a table has it only once it is wanted: there are thousands of them.
 *
 * One understanding of French numbers exists, in reports/core/figures; this asks it, for all figures of
 * the page together. The cells of a table (table.js) are figures too.
 */

const PAUSE_MILLISECONDS = 300; // ms without a key before the server is asked
const PASTE_PAUSE_MILLISECONDS = 20; // ms before it is asked for what came in one go: a paste, a table that is drawn
const MAX_EXPRESSIONS = 500; // expressions in one request, as reading_view.py has it
const MAX_EXPRESSION_CHARACTERS = 300; // characters of one expression, likewise

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
export function create(tag, properties = {}, ...children) {
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
export function icon(name) {
  const use = `<use href="#icon-${name}"></use>`;
  return html(`<svg class="icon" aria-hidden="true">${use}</svg>`);
}

const inputs = (figure) => figure.querySelectorAll("textarea, input:not([type=hidden])");

/**
 * What a figure says, as one item of a request. In a phrase there are words around it; where
 * `data-words` is still the text, `data-figure` is known to be its figure. In the line of a fact
 * the first `data-lead` characters are not read, and `data-chosen` is the figure that somebody has
 * chosen. `data-heading` is the head of its column, which may state its unit.
 */
function expression(figure) {
  const [raw, readAs = ""] = [...inputs(figure)].map((input) => input.value.slice(0, MAX_EXPRESSION_CHARACTERS));
  const { phrase, words, figure: known, heading } = figure.dataset;
  const isKnown = known !== undefined && raw === words;
  const said = isKnown
    ? { raw: known, read_as: readAs }
    : { raw, read_as: readAs, phrase: phrase && true, ...line(figure) };
  const head = heading && { heading: heading.slice(-MAX_EXPRESSION_CHARACTERS) };
  return JSON.stringify({ ...said, ...head, ...locale() });
}

/** The line of a fact: what of it is read, and which figure has been chosen in it. */
function line(figure) {
  const { phrase, lead, chosen } = figure.dataset;
  if (phrase !== "line") return {};
  const raw = inputs(figure)[0].value.slice(Number(lead)).slice(0, MAX_EXPRESSION_CHARACTERS);
  return { raw, line: true, figure: chosen?.slice(0, MAX_EXPRESSION_CHARACTERS) };
}

/** Puts a figure below another head of its column, which may give it another unit. */
export function putBelow(figure, heading) {
  if (figure.dataset.heading === heading) return;
  figure.dataset.heading = heading;
  read(figure, PAUSE_MILLISECONDS);
}

/** The language and the currency of the report, where they are not French and euros. */
function locale() {
  const language = document.getElementById("id_language")?.value ?? "fr";
  const currency = document.getElementById("id_currency")?.value ?? "EUR";
  return language === "fr" && currency === "EUR" ? {} : { language, currency };
}

/** Completes a `.bilan-figure` that holds an input, the expression, and maybe its correction. */
export function dress(figure, tabIndex = 0) {
  const [raw, readAs] = inputs(figure);
  raw.autocomplete = "off";
  figure.dataset.tab = tabIndex;
  if (readAs) correction(figure);
  read(figure);
  return figure;
}

/** The label and the input of a correction. */
function correction(figure) {
  const [raw, given] = inputs(figure);
  const readAs = given ?? create("input", { type: "text" });
  let label = readAs.closest("label");
  if (label) return label;
  if (raw.ariaLabel) readAs.ariaLabel = `Lire comme : ${raw.ariaLabel}`;
  readAs.autocomplete = "off";
  readAs.placeholder = "ex. : plus de 80 %";
  label = create("label", { className: "bilan-figure__read-as" }, "lire comme", readAs);
  label.hidden = !readAs.value;
  figure.append(label);
  return label;
}

/** The place of the reading, in a button that opens the correction. */
function readingOf(figure) {
  const found = figure.querySelector(".bilan-figure__reading");
  if (found) return found;
  const [raw, readAs] = inputs(figure);
  const id = `bilan-reading-${(minted += 1)}`;
  const reading = create("span", { id, className: "bilan-figure__reading" });
  const described = raw.getAttribute("aria-describedby");
  raw.setAttribute("aria-describedby", described ? `${described} ${id}` : id);
  const button = create(
    "button",
    {
      type: "button",
      className: "bilan-figure__correct",
      title: "Lire comme… (F2)",
      tabIndex: figure.dataset.tab,
      ariaExpanded: String(Boolean(readAs && !readAs.parentElement.hidden)),
    },
    reading,
    create("span", { className: "w-sr-only", textContent: " — lire comme…" }),
    icon("edit"),
  );
  const side = figure.querySelector(".bilan-line__side");
  if (side) side.prepend(button);
  else raw.after(button);
  return reading;
}

/** Brings what is shown in line with the two inputs. */
export function refresh(figure) {
  open(figure, false);
  read(figure);
}

/** Opens or closes the correction; one that says something stays open. */
function open(figure, isRequested) {
  if (!isRequested && inputs(figure).length < 2) return;
  const label = correction(figure);
  label.hidden = !isRequested && !inputs(figure)[1].value;
  readingOf(figure).parentElement.ariaExpanded = String(!label.hidden);
}

/** Shows how a figure is understood: at once where that is known, else after a pause. */
function read(figure, pause = PASTE_PAUSE_MILLISECONDS) {
  const reading = known.get(expression(figure));
  if (reading) {
    waiting.delete(figure);
    show(figure, reading);
    return;
  }
  waiting.add(figure);
  // « vide » would be said of what has just come in
  if (figure.dataset.state === "empty" && figure.querySelector(".bilan-figure__correct")) {
    readingOf(figure).textContent = "";
  }
  figure.dataset.state = "waiting";
  clearTimeout(timer);
  timer = setTimeout(ask, pause);
}

function show(figure, reading) {
  const { state, spoken } = reading;
  figure.dataset.state = state;
  // of an empty cell there is nothing to show, unless something was
  const isShown = state !== "empty" || figure.querySelector(".bilan-figure__correct");
  if (isShown) readingOf(figure).textContent = spoken;
  figure.dispatchEvent(new CustomEvent("bilan:reading", { detail: reading }));
  if (figure.contains(document.activeElement)) announce(spoken);
}

/** Asks for everything that waits. */
async function ask() {
  const figuresByKey = new Map(); // expression -> the figures that say it
  for (const figure of [...waiting].filter(({ isConnected }) => isConnected)) {
    const key = expression(figure);
    if (!figuresByKey.has(key)) figuresByKey.set(key, []);
    figuresByKey.get(key).push(figure);
  }
  waiting.clear();
  const expressions = [...figuresByKey.keys()];
  try {
    while (expressions.length) {
      const batch = expressions.slice(0, MAX_EXPRESSIONS);
      const { readings } = figuresByKey.get(batch[0])[0].closest("[data-readings]").dataset;
      const answers = await post(readings, batch);
      batch.forEach((key, place) => known.set(key, answers[place]));
      expressions.splice(0, MAX_EXPRESSIONS);
    }
  } catch {
    const failed = { state: "failed", spoken: "lecture indisponible" };
    for (const key of expressions) {
      figuresByKey.get(key).forEach((figure) => show(figure, failed));
      figuresByKey.delete(key);
    }
  }
  // all at once: each change of a large table has the browser measure all of it
  [...figuresByKey.values()].flat().forEach((figure) => read(figure)); // one that was edited meanwhile waits again
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
export function announce(text) {
  announce.region ??= document.body.appendChild(
    create("div", { className: "w-sr-only", ariaLive: "polite" }),
  );
  announce.region.textContent = text;
}

const figureOf = (event) => event.target.closest?.(".bilan-figure");

document.addEventListener("input", (event) => {
  const figure = figureOf(event);
  if (figure) read(figure, event.inputType === "insertFromPaste" ? PASTE_PAUSE_MILLISECONDS : PAUSE_MILLISECONDS);
});

// in another language, every figure may be another
document.addEventListener("change", (event) => {
  if (!["id_language", "id_currency"].includes(event.target.id)) return;
  document.querySelectorAll(".bilan-figure").forEach((figure) => {
    if (inputs(figure).length) read(figure);
  });
});

document.addEventListener("click", (event) => {
  if (!event.target.closest(".bilan-figure__correct")) return;
  const figure = figureOf(event);
  open(figure, correction(figure).hidden);
  inputs(figure)[1].focus();
});

document.addEventListener("keydown", (event) => {
  const figure = figureOf(event);
  if (!figure || !["F2", "Escape"].includes(event.key)) return;
  event.preventDefault();
  open(figure, event.key === "F2");
  inputs(figure)[event.key === "F2" ? 1 : 0].focus();
});

/** A widget whose HTML has one root element, which `Bound` makes work. */
export class Widget {
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
