/**
 * The marks of terms in what is being written: a dotted line under each, which changes no text. Only the
 * texts in view are looked at, a while after the last key; a long report has hundreds of others.
 */
import { TermFinder } from "./finder.js";

// one paragraph or item of rich text, and the drawn twin of the line of a fact
const RICH_TEXT = ".public-DraftEditor-content";
const LINE = ".bilan-line__marks";
const PARAGRAPH = "[data-block]";
const SETTLED_MILLISECONDS = 150; // ms without a change before a text is looked at again

const highlight = window.Highlight && CSS.highlights ? new Highlight() : null;
if (highlight) CSS.highlights.set("bilan-term", highlight);

/** The elements of a text that are read one by one; a line that only shows last year's words has none. */
function listParagraphs(text) {
  if (text.matches(LINE)) return text.parentElement.querySelector("textarea").value ? [text] : [];
  return [...text.querySelectorAll(PARAGRAPH)].filter((one) => !one.querySelector(PARAGRAPH));
}

/** The text nodes of an element, each with the place where it begins in the whole. */
function textNodes(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes = [];
  let length = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push({ node, start: length });
    length += node.data.length;
  }
  return nodes;
}

function makeRange(nodes, { start, end }) {
  const last = (place) => nodes.findLast((one) => one.start <= place);
  const [first, final] = [last(start), last(end - 1)];
  const range = new Range();
  range.setStart(first.node, start - first.start);
  range.setEnd(final.node, end - final.start);
  return range;
}

export class TermMarks {
  /** `changed` is called when a text was marked anew. */
  constructor(form, terms) {
    this.finder = new TermFinder(terms);
    this.marks = new Map(); // text -> its terms, each with the range where it stands
    this.changes = new MutationObserver((records) => records.forEach(({ target }) => this.later(target)));
    this.views = new IntersectionObserver((entries) => entries.forEach((entry) => this.enter(entry)));
    this.watch(form);
    new MutationObserver((records) => {
      for (const { addedNodes } of records) {
        for (const node of addedNodes) if (node instanceof Element) this.watch(node);
      }
    }).observe(form, { childList: true, subtree: true });
  }

  watch(element) {
    for (const text of element.querySelectorAll(`${RICH_TEXT}, ${LINE}`)) this.views.observe(text);
  }

  enter({ target: text, isIntersecting }) {
    if (!isIntersecting || this.marks.has(text)) {
      if (!text.isConnected) this.forget(text);
      return;
    }
    this.changes.observe(text, { childList: true, characterData: true, subtree: true });
    this.mark(text);
  }

  later(node) {
    const text = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest(`${RICH_TEXT}, ${LINE}`);
    if (!text) return;
    clearTimeout(text.bilanTerms);
    text.bilanTerms = setTimeout(() => this.mark(text), SETTLED_MILLISECONDS);
  }

  forget(text) {
    this.marks.get(text)?.forEach(({ range }) => highlight?.delete(range));
    this.marks.delete(text);
  }

  mark(text) {
    this.forget(text);
    if (!text.isConnected) return;
    const found = listParagraphs(text).flatMap((element) => {
      const nodes = textNodes(element);
      const words = nodes.map(({ node }) => node.data).join("");
      return this.finder.find(words).map((match) => ({ ...match, range: makeRange(nodes, match) }));
    });
    found.forEach(({ range }) => highlight?.add(range));
    this.marks.set(text, found);
    this.changed?.();
  }

  /** The term at a point of the screen, in a text or in the line of a fact. */
  findAt(element, x, y) {
    const isIn = ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom;
    return this.listNear(element).find(({ range }) => [...range.getClientRects()].some(isIn));
  }

  /** The term in which the caret of an element is. */
  findAtCaret(element) {
    if (element.matches("textarea")) {
      const place = element.selectionStart;
      return this.listNear(element).find(({ start, end }) => place >= start && place <= end);
    }
    const { anchorNode, anchorOffset, isCollapsed } = window.getSelection();
    if (!isCollapsed || !element.contains(anchorNode)) return undefined;
    return this.listNear(element).find(({ range }) => range.isPointInRange(anchorNode, anchorOffset));
  }

  listNear(element) {
    const text = element.closest(RICH_TEXT) ?? element.closest(".bilan-line")?.querySelector(LINE);
    return this.marks.get(text) ?? [];
  }
}
