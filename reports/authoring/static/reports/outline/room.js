/**
 * Who has the room beside the form: the outline, or a side panel of Wagtail's. A window that is not
 * wide enough for both shows the one that was opened last, and the outline comes back after the other.
 */

const THREE = "(min-width: 1400px)"; // a form, a side panel and the outline
const SMALL = "(max-width: 75em)"; // the buttons of the outline are their pictures
const OPEN = "side-panel-open"; // Wagtail's class of the page

export class Room {
  /** @param panel the outline */
  constructor(panel) {
    this.panel = panel;
    this.wide = window.matchMedia(THREE);
    this.hasGiven = false;
    let hadOther = this.hasOther;
    new MutationObserver(() => {
      if (this.hasOther === hadOther) return;
      hadOther = this.hasOther;
      this.share();
    }).observe(document.body, { attributeFilter: ["class"] });
    this.small = window.matchMedia(SMALL);
    for (const one of [this.wide, this.small]) one.addEventListener("change", () => this.share());
    this.share();
  }

  get hasOther() {
    return document.body.classList.contains(OPEN);
  }

  /** Closes the outline beside another panel, and opens it again when there is room. */
  share() {
    const { panel, small, wide } = this;
    panel.place.classList.toggle("bilan-outline--small", this.hasOther || small.matches);
    const isFull = this.hasOther && !wide.matches;
    if (isFull && panel.isOpen) {
      this.hasGiven = true;
      panel.toggle(false, false);
    } else if (!isFull && this.hasGiven) {
      this.hasGiven = false;
      panel.toggle(true, false);
    }
  }

  /** Closes the other panel: somebody opens the outline. */
  take() {
    this.hasGiven = false;
    if (this.hasOther && !this.wide.matches) {
      document.querySelector("[data-form-side-close-button]")?.click();
    }
  }
}
