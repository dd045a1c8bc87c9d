/**
 * « Tout déplier » and « Tout replier »: all blocks of the body at once. Those that are near the window
 * get their fields first, the others when somebody comes near them or nothing else is to be done: a long
 * report has thousands of fields.
 */
(() => {
  "use strict";

  const { icon } = window.bilanFolding;

  const NEAR = "100%"; // of the window above and below it

  class Unfolding {
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
        if (isTool) Object.assign(button, { ariaLabel: label, title: label });
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
      const late = new Map(); // by their element, blocks without fields
      for (const child of this.body.children) {
        if (child.block) this.open(child);
        else late.set(child.element, child);
      }
      this.near = new IntersectionObserver(
        (entries) => {
          for (const { target, isIntersecting } of entries) {
            if (isIntersecting) this.openLate(late, target);
          }
        },
        { rootMargin: `${NEAR} 0px` },
      );
      for (const element of late.keys()) this.near.observe(element);
      this.goOn(late);
    }

    /** The rest, block by block, when the browser has nothing else to do. */
    goOn(late) {
      requestIdleCallback((deadline) => {
        do {
          const [element] = late.keys();
          if (!element || this.unfolds) return;
          this.openLate(late, element);
        } while (deadline.timeRemaining() > 0);
        this.goOn(late);
      });
    }

    openLate(late, element) {
      this.near.unobserve(element);
      const child = late.get(element);
      late.delete(element);
      if (child && !child.deleted) child.fold(false);
    }

    open(child) {
      const toggle = child.element.querySelector("[data-panel-toggle]");
      if (toggle.ariaExpanded === "false") toggle.click();
    }
  }

  Object.assign(window.bilanOutline, { Unfolding });
})();
