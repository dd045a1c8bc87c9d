/**
 * The block that was deleted last, and the way back to it, which a message offers for a while.
 * Wagtail leaves a deleted block in the form, hidden and marked: nothing in it is lost. Comments are:
 * the server forgets those of blocks that a draft does not have.
 */
import { history } from "../history.js";

const UNDO_MILLISECONDS = 20_000;

/** Says it to those who listen to the page: who sees it reads the message. */
function say(text) {
  say.region ??= document.body.appendChild(
    Object.assign(document.createElement("div"), { className: "w-sr-only", role: "status" }),
  );
  say.region.textContent = text;
}

const template = document.createElement("template");
template.innerHTML = `
  <div class="bilan-deleted">
    <p>Bloc supprimé.</p>
    <button type="button" class="button button-small">Annuler</button>
  </div>`.trim();

export class Deletion {
  /** Deletes a block. @param stream the blocks @param child one of them */
  constructor(stream, child) {
    document.dispatchEvent(new CustomEvent("bilan:deletion"));
    const step = stream.recordRemoval("supprimer un bloc", [child]);
    const { undo, redo } = step;
    step.isTold = true;
    step.redo = () => {
      redo();
      say("Bloc supprimé.");
    };
    step.undo = () => {
      this.end();
      undo();
      stream.lead(child.element);
      say("Bloc rétabli.");
    };
    this.message = template.content.firstElementChild.cloneNode(true);
    const takeBack = () => history.undo(step);
    this.message.querySelector("button").addEventListener("click", takeBack);
  }

  /** Right before where the focus goes: Shift + Tab leads there. */
  offer(place) {
    place.before(this.message);
    say("Bloc supprimé. Le bouton Annuler est juste avant.");
    this.wait();
  }

  wait() {
    const isUsed = () => this.message.matches(":hover, :focus-within");
    this.timer = setTimeout(() => (isUsed() ? this.wait() : this.end()), UNDO_MILLISECONDS);
  }

  end() {
    clearTimeout(this.timer);
    this.message.remove();
  }
}
