/**
 * What was done to the body at once: a step of the page, whose way back a message offers for a while.
 * Whoever does something takes it back (`takeBack`) and does it again (`putBack`), and says so.
 */
import { history } from "../history.js";

const UNDO_MILLISECONDS = 60_000;

const template = document.createElement("template");
template.innerHTML = `
  <div class="bilan-deleted" data-bilan-insertion>
    <p role="status"></p>
    <button type="button" class="button button-small"></button>
    <button type="button" class="button button-small" data-bilan-close aria-label="Fermer ce message">
      <svg class="icon icon-cross" aria-hidden="true"><use href="#icon-cross"></use></svg>
    </button>
  </div>`.trim();

export class Reversal {
  /** @param stream the blocks @param place the element that the message stands after @param text */
  constructor(stream, place, text) {
    this.stream = stream;
    this.step = history.record({
      label: text[0].toLowerCase() + text.slice(1, -1),
      isTold: true,
      undo: () => this.takeBack(),
      redo: () => this.putBack(),
    });
    this.message = template.content.firstElementChild.cloneNode(true);
    this.button = this.message.querySelector("button");
    this.button.addEventListener("click", () => this.toggle());
    this.message.querySelector("[data-bilan-close]").addEventListener("click", () => this.close());
    this.message.addEventListener("focusin", ({ relatedTarget: from }) => {
      if (from && !this.message.contains(from)) this.origin = from;
    });
    stream.deletion?.end();
    place.after(this.message);
    this.offer(text, "Annuler");
  }

  offer(text, label) {
    if (Reversal.latest !== this) Reversal.latest?.end();
    Reversal.latest = this;
    this.message.querySelector("p").textContent = text;
    this.button.textContent = label;
    clearTimeout(this.timer);
    this.wait();
  }

  wait() {
    const isUsed = () => this.message.matches(":hover, :focus-within");
    this.timer = setTimeout(() => (isUsed() ? this.wait() : this.end()), UNDO_MILLISECONDS);
  }

  end() {
    clearTimeout(this.timer);
    this.message.remove();
    if (Reversal.latest === this) Reversal.latest = null;
  }

  /** Takes the message away. The focus goes back to where it came from, else to the block beside. */
  close() {
    const { origin, message, stream } = this;
    let beside = message.previousElementSibling ?? message.nextElementSibling;
    while (beside && !beside.checkVisibility()) beside = beside.previousElementSibling;
    this.end();
    if (origin?.isConnected && origin.checkVisibility()) origin.focus({ preventScroll: true });
    else stream.lead(beside ?? stream.element);
  }

  toggle() {
    const way = this.taken ? "redo" : "undo";
    if (history[way](this.step)) return;
    this.step[way](); // other steps have made the history forget this one
    if (way === "redo") history.record(this.step);
  }
}

document.addEventListener("bilan:deletion", () => Reversal.latest?.end());
