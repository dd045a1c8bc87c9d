/**
 * « Tout déplier » and « Tout replier »: all blocks of the body at once. Those that are near the window
 * unfold first, the others when somebody comes near them, or all together once they have their fields:
 * a long report has thousands.
 */
import { icon } from "../folding/folded.js";

const NEAR = "100%"; // of the window above and below it
const SLICE_MILLISECONDS = 100; // ms of work at once

export class Unfolding {
  /** @param buttons all of which do the same @param body the stream of blocks */
  constructor(buttons, body) {
    Object.assign(this, { buttons, body });
    for (const button of buttons) button.addEventListener("click", () => this.turn());
    this.show(true);
  }

  /** @param unfolds whether the buttons now unfold */
  show(unfolds) {
    this.unfolds = unfolds;
    const [label, image] = unfolds
      ? ["Tout déplier", "collapse-down"]
      : ["Tout replier", "collapse-up"];
    for (const button of this.buttons) {
      const isTool = button.matches(".bilan-outline__tool");
      button.innerHTML = icon(image) + (isTool ? "" : ` ${label}`);
      button.title = label;
      if (isTool) button.ariaLabel = label;
    }
  }

  turn() {
    const { unfolds } = this;
    this.show(!unfolds);
    if (unfolds) this.unfold();
    else this.fold();
  }

  fold() {
    this.near?.disconnect();
    for (const child of this.body.children) child.collapse();
  }

  unfold() {
    this.late = new Map(); // by their element, blocks that are still folded
    for (const child of this.body.children) {
      if (child.block) this.open(child);
      else this.late.set(child.element, child);
    }
    this.near?.disconnect();
    this.near = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) if (isIntersecting) this.openLate(target);
      },
      { rootMargin: `${NEAR} 0px` },
    );
    for (const element of this.late.keys()) this.near.observe(element);
    setTimeout(() => this.goOn());
  }

  /** Makes the fields of the rest out of sight: each one that grows would lay out the whole page. */
  goOn() {
    if (this.unfolds) return;
    const end = performance.now() + SLICE_MILLISECONDS;
    for (const child of this.late.values()) {
      if (performance.now() > end) {
        setTimeout(() => this.goOn());
        return;
      }
      child.open();
    }
    for (const element of [...this.late.keys()]) this.openLate(element);
  }

  openLate(element) {
    this.near.unobserve(element);
    const child = this.late.get(element);
    this.late.delete(element);
    if (child && !child.deleted) child.fold(false);
  }

  open(child) {
    const toggle = child.element.querySelector("[data-panel-toggle]");
    if (toggle.ariaExpanded === "false") toggle.click();
  }
}
