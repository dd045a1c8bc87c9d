/**
 * The definition of the term that the pointer is on, or in which the caret rests: a note below it, which
 * Escape closes and the pointer may enter.
 */
import { TermMarks } from "./marks.js";

const DELAY_MILLISECONDS = 500; // ms that a pointer or a caret rests on a term before its definition shows
const GRACE_MILLISECONDS = 200; // ms that it stays once the pointer has left
const EDGE_PIXELS = 8; // px between the note and the edges of the window
const TEXTS = ".public-DraftEditor-content, .bilan-line textarea";

const form = document.querySelector("[data-edit-form]");

class Definition {
  constructor(marks) {
    this.marks = marks;
    marks.changed = () => this.follow(); // a term may have been completed
    this.note = document.createElement("div");
    Object.assign(this.note, { className: "bilan-term", role: "status" });
    document.body.append(this.note);
    document.addEventListener("pointermove", (event) => this.point(event), { passive: true });
    document.addEventListener("selectionchange", () => this.follow());
    document.addEventListener("keydown", ({ key }) => key === "Escape" && this.hide(), true);
    document.addEventListener("scroll", () => this.leave(), { capture: true, passive: true });
  }

  /** Hides what stands where its term was; what is yet to come is placed when it shows. */
  leave() {
    if (this.note.hasChildNodes()) this.hide();
  }

  point({ target, clientX, clientY, pointerType }) {
    if (pointerType !== "mouse") return;
    const text = target.closest?.(TEXTS);
    const found = text && this.marks.findAt(text, clientX, clientY);
    if (this.note.contains(target)) clearTimeout(this.leaving);
    else if (found || found !== this.pointed) this.toward(found);
    this.pointed = found;
  }

  follow() {
    const text = document.activeElement?.closest(TEXTS);
    this.toward(text && this.marks.findAtCaret(text));
  }

  /** Shows the definition of a term in a while, or hides what is shown. */
  toward(found) {
    if (found === this.next) return;
    this.next = found;
    clearTimeout(this.coming);
    clearTimeout(this.leaving);
    if (found) this.coming = setTimeout(() => this.show(found), DELAY_MILLISECONDS);
    else this.leaving = setTimeout(() => this.hide(), GRACE_MILLISECONDS);
  }

  show({ term, range }) {
    const name = document.createElement("strong");
    name.textContent = `${term.name}\u00a0: `;
    this.note.replaceChildren(name, term.definition);
    const { left, bottom, top } = range.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.note;
    const isBelow = bottom + height + EDGE_PIXELS < window.innerHeight;
    this.note.style.left = `${Math.max(EDGE_PIXELS, Math.min(left, window.innerWidth - width - EDGE_PIXELS))}px`;
    this.note.style.top = `${isBelow ? bottom + 4 : top - height - 4}px`;
  }

  hide() {
    clearTimeout(this.coming);
    this.next = undefined;
    if (this.note.hasChildNodes()) this.note.replaceChildren();
  }
}

async function start() {
  const url = window.wagtailConfig.ADMIN_URLS.PAGES.replace(/pages\/$/, "bilan/termes/");
  const answer = await fetch(url).catch(() => null);
  const { terms } = answer?.ok ? await answer.json() : { terms: [] };
  if (terms.length) new Definition(new TermMarks(form, terms));
}

if (form) start();
