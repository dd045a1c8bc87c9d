/** A line in the form that says how many places a tool of the body finds, and leads to their list. */
import { post } from "../replacements/request.js";

const template = document.createElement("template");
template.innerHTML = `
  <div class="bilan-notice">
    <p role="status"></p>
    <button type="button" class="button button-small" data-bilan-list></button>
    <button type="button" class="button button-small button-secondary" data-bilan-close aria-label="Fermer ce message">
      <svg class="icon icon-cross" aria-hidden="true"><use href="#icon-cross"></use></svg>
    </button>
  </div>`.trim();

/** The element that has the addresses of the tools, in the form of a report. */
export const mark = () => document.querySelector("[data-bilan-propose]");

/** Whether the report was ever saved: only then its figures have addresses. */
export const isSaved = () => Boolean(mark()?.getAttribute("data-bilan-propose"));

/** Makes known that texts of the report cite figures: others look for those that differ. */
export const markAsCiting = () => mark()?.setAttribute("data-bilan-cited", "");

export const isCiting = () => Boolean(mark()?.hasAttribute("data-bilan-cited"));

export class Notice {
  /**
   * @param {{ tool: string, title: string, verb: string, nothing: string, button: string,
   *   say(count: number): string }} kind what finds the places, and the words of this line and of the list
   */
  constructor(kind) {
    this.kind = kind;
    this.element = template.content.firstElementChild.cloneNode(true);
    const [list, close] = this.element.querySelectorAll("button");
    list.textContent = kind.button;
    list.addEventListener("click", () => {
      this.hide();
      document.dispatchEvent(new CustomEvent("bilan:replace", { detail: kind }));
    });
    close.addEventListener("click", () => this.hide());
  }

  /** Goes away; the focus goes to what stands beside it. */
  hide() {
    const { element } = this;
    const beside = element.contains(document.activeElement) && element.previousElementSibling;
    element.remove();
    if (beside) beside.querySelector("button, input, [tabindex]")?.focus({ preventScroll: true });
  }

  /** Asks how many there are, and says so at a side of a place, or goes away. */
  async look(place, side) {
    const asked = (this.asked = {});
    const { count = 0 } = await post(this.kind.tool, {});
    if (asked !== this.asked) return;
    if (!count || !place.isConnected) {
      this.hide();
      return;
    }
    place.insertAdjacentElement(side, this.element);
    this.element.querySelector("p").textContent = this.kind.say(count);
  }
}
