/**
 * The preview beside the form follows: it shows the block that has the focus in the form. It can only do
 * so where the page that it shows is of this site.
 */
import { stateOf } from "../folding/clipboard.js";

const FRAMES = "[data-side-panel=preview]:not([hidden]) iframe";
const ABOVE_SHARE = 0.15; // of the height of the preview, over what it shows
const SETTLED_MILLISECONDS = 250; // ms in which the focus has gone on

function documentOf(frame) {
  try {
    return frame.contentDocument;
  } catch {
    return null;
  }
}

/** Where a block is in the page: a heading has its anchor for an id. */
function find(page, child) {
  const { anchor = "" } = child.type === "heading" ? (child.block ? stateOf(child.block) : child.state) : {};
  return page.getElementById(child.id) ?? (anchor && page.getElementById(anchor));
}

export class Following {
  /** @param body the stream of blocks */
  constructor(body) {
    this.body = body;
    body.element.addEventListener("focusin", ({ target }) => {
      const child = body.children.find(({ element }) => element.contains(target));
      if (!child || child === this.child) return;
      this.child = child;
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.show(), SETTLED_MILLISECONDS);
    });
  }

  show() {
    const { body, child } = this;
    const place = body.children.indexOf(child);
    for (const frame of document.querySelectorAll(FRAMES)) {
      const page = documentOf(frame);
      if (!page) continue;
      // a block without a place of its own is below one that has one
      const before = body.children.slice(0, place + 1).reverse();
      const found = before.reduce((one, other) => one || find(page, other), null);
      if (!found) continue;
      const top = found.getBoundingClientRect().top + frame.contentWindow.scrollY;
      frame.contentWindow.scrollTo({ top: top - frame.clientHeight * ABOVE_SHARE, behavior: "instant" });
    }
  }
}
