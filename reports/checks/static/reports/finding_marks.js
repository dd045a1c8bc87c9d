/**
 * The marks at the heads of blocks that have findings: a button with their number, and what it opens
 * over the form. Neither takes room of its own, so nothing moves when findings come or go. A block in
 * which somebody writes turns red once they have left it: what is being written is not complete yet.
 */

const GAP_PIXELS = 4; // px between a mark and what it opens
const EDGE_PIXELS = 8; // px between that and the edge of the window

const quantity = (count, noun) => (count ? `${count} ${noun}${count > 1 ? "s" : ""}` : "");

function icon(name) {
  return `<svg class="icon icon-${name}" aria-hidden="true"><use href="#icon-${name}"></use></svg>`;
}

/** « 1 erreur, 2 avertissements » */
function describe(findings) {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const parts = [quantity(errors, "erreur"), quantity(findings.length - errors, "avertissement")];
  return parts.filter(Boolean).join(", ");
}

function makeNote({ what, repair, severity }) {
  const item = document.createElement("li");
  item.className = `bilan-note bilan-note--${severity}`;
  item.append(what, " ", Object.assign(document.createElement("em"), { textContent: repair }));
  return item;
}

class FindingMark {
  /** @param block the id of the block @param header the head of the block in the form */
  constructor(block, header) {
    this.button = document.createElement("button");
    this.button.type = "button";
    this.notes = document.createElement("div");
    Object.assign(this.notes, { id: `bilan-notes-${block}`, className: "bilan-notes" });
    this.notes.popover = "auto";
    this.notes.tabIndex = -1;
    this.notes.autofocus = true; // it is read out, and Escape gives the focus back
    this.notes.setAttribute("role", "dialog");
    this.notes.dataset.bilanNotes = block;
    this.list = this.notes.appendChild(document.createElement("ul"));
    this.button.popoverTargetElement = this.notes;
    header.querySelector(":scope > .w-panel__divider").after(this.button, this.notes);
    this.place = this.place.bind(this);
    this.notes.addEventListener("toggle", ({ newState }) => this.follow(newState === "open"));
  }

  show(findings) {
    const shown = JSON.stringify(findings);
    if (shown === this.shown) return;
    this.shown = shown;
    const words = describe(findings);
    this.hasError = findings.some(({ severity }) => severity === "error");
    this.button.className = `bilan-mark bilan-mark--${this.hasError ? "error" : "warning"}`;
    this.button.innerHTML = `${icon(this.hasError ? "circle-xmark" : "warning")}${findings.length}`;
    this.button.setAttribute("aria-label", `${words} sur ce bloc`);
    this.button.title = words;
    this.notes.setAttribute("aria-label", `Constats des contrôles : ${words}`);
    this.list.replaceChildren(...findings.map(makeNote));
    if (this.isOpen) this.place();
  }

  get isOpen() {
    return this.notes.matches(":popover-open");
  }

  get isAttached() {
    return this.button.isConnected;
  }

  /** Whoever reads what is there no more goes back to the block. */
  remove() {
    const header = this.button.parentElement;
    const hadFocus = [this.button, this.notes].some((one) => one.contains(document.activeElement));
    this.follow(false);
    this.button.remove();
    this.notes.remove();
    if (hadFocus) header?.querySelector(".w-panel__toggle")?.focus({ preventScroll: true });
  }

  /** What is open stays beside its mark while the page is scrolled. */
  follow(isOpen) {
    const act = isOpen ? "addEventListener" : "removeEventListener";
    document[act]("scroll", this.place, { capture: true, passive: true });
    window[act]("resize", this.place);
    if (isOpen) this.place();
  }

  /** Below the mark, above it where there is no room, within the window. */
  place() {
    const mark = this.button.getBoundingClientRect();
    const { offsetHeight: height, offsetWidth: width, style } = this.notes;
    const below = mark.bottom + GAP_PIXELS;
    const above = mark.top - GAP_PIXELS - height;
    const fits = below + height <= window.innerHeight - EDGE_PIXELS || above < EDGE_PIXELS;
    style.insetBlockStart = `${fits ? below : above}px`;
    const left = Math.min(mark.right - width, window.innerWidth - width - EDGE_PIXELS);
    style.insetInlineStart = `${Math.max(EDGE_PIXELS, left)}px`;
  }
}

const marks = new Map(); // by the id of the block

let shown = {}; // the findings, by block
let isHeld = false; // whether an error is not marked yet

const FIELDS = "input, textarea, select, [contenteditable=true]";

/** The findings that are marked now: an error in what is being written waits, where there was none. */
function markable(block, findings, section) {
  const { activeElement } = document;
  const isWriting = section.contains(activeElement) && activeElement.matches(FIELDS);
  if (!isWriting || marks.get(block)?.hasError) return findings;
  const others = findings.filter(({ severity }) => severity !== "error");
  isHeld ||= others.length < findings.length;
  return others;
}

/** Shows these findings, by block, and no others. */
export function markFindings(notes) {
  shown = notes;
  isHeld = false;
  const now = new Map();
  for (const [block, findings] of Object.entries(notes)) {
    const section = document.getElementById(`block-${block}-section`);
    const marked = section ? markable(block, findings, section) : [];
    if (marked.length) now.set(block, marked);
  }
  for (const [block, mark] of marks) {
    if (now.has(block) && mark.isAttached) continue;
    mark.remove();
    marks.delete(block);
  }
  for (const [block, findings] of now) {
    const header = document.querySelector(`#${CSS.escape(`block-${block}-section`)} > .w-panel__header`);
    if (!header) continue;
    if (!marks.has(block)) marks.set(block, new FindingMark(block, header));
    marks.get(block).show(findings);
  }
}

document.addEventListener("focusout", () => {
  if (isHeld) setTimeout(() => markFindings(shown)); // once the focus is where it goes
});

/** A block that is another one now has its mark again at once. */
document.addEventListener("bilan:body-change", () => {
  if ([...marks.values()].some((mark) => !mark.isAttached)) markFindings(shown);
});
