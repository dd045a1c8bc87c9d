/**
 * The block that was deleted last, and the way back to it, which a message offers for a while.
 * Wagtail leaves a deleted block in the form, hidden and marked: nothing in it is lost. Comments are:
 * the server forgets those of blocks that a draft does not have.
 */
(() => {
  "use strict";

  const WHILE = 20_000; // ms

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

  class Deletion {
    /** @param stream the blocks @param index of the one that is about to be deleted */
    constructor(stream, index) {
      this.stream = stream;
      this.child = stream.children[index];
      this.inserter = stream.inserters[index];
      [this.before, this.after] = [stream.children[index - 1], stream.children[index + 1]];
      this.message = template.content.firstElementChild.cloneNode(true);
      this.message.querySelector("button").addEventListener("click", () => this.undo());
      document.dispatchEvent(new CustomEvent("bilan:deletion", { detail: this }));
    }

    /** Right before where the focus goes: Shift + Tab leads there. */
    offer(place) {
      place.before(this.message);
      say("Bloc supprimé. Le bouton Annuler est juste avant.");
      this.wait();
    }

    wait() {
      const isUsed = () => this.message.matches(":hover, :focus-within");
      this.timer = setTimeout(() => (isUsed() ? this.wait() : this.end()), WHILE);
    }

    /** From now on it stays deleted. */
    end() {
      clearTimeout(this.timer);
      this.message.remove();
    }

    undo() {
      this.end();
      const { stream, child, inserter } = this;
      const { children, inserters } = stream;
      const index = this.after ? children.indexOf(this.after) : children.indexOf(this.before) + 1;
      inserters[index].element.before(inserter.element, child.element);
      children.splice(index, 0, child);
      inserters.splice(index, 0, inserter);
      inserter.element.hidden = false;
      child.bringBack();
      stream.number();
      stream.lead(child.element);
      say("Bloc rétabli.");
    }
  }

  Object.assign(window.bilanFolding, { Deletion });
})();
