/**
 * Blocks that were inserted together, and the way back, which a message and Ctrl + Z offer for a while:
 * all of them go at once, with what was typed in them since, and come back at once.
 */
(() => {
  "use strict";

  const WHILE = 60_000; // ms
  const TYPED = "input, textarea, select, [contenteditable=true]"; // they have an undo of their own

  const template = document.createElement("template");
  template.innerHTML = `
    <div class="bilan-deleted" data-bilan-insertion>
      <p role="status"></p>
      <button type="button" class="button button-small"></button>
    </div>`.trim();

  class Insertion {
    /** @param stream the blocks @param children of it that were made */
    constructor(stream, children) {
      Insertion.latest?.end();
      Insertion.latest = this;
      this.stream = stream;
      this.children = children;
      this.message = template.content.firstElementChild.cloneNode(true);
      this.button = this.message.querySelector("button");
      this.button.addEventListener("click", () => this.toggle());
      stream.deletion?.end();
      children.at(-1).element.after(this.message);
      this.offer(children.length > 1 ? `${children.length} blocs insérés.` : "Bloc inséré.", "Annuler");
    }

    offer(text, label) {
      this.message.querySelector("p").textContent = text;
      this.button.textContent = label;
      clearTimeout(this.timer);
      this.wait();
    }

    wait() {
      const isUsed = () => this.message.matches(":hover, :focus-within");
      this.timer = setTimeout(() => (isUsed() ? this.wait() : this.end()), WHILE);
    }

    /** From now on they stay as they are. */
    end() {
      clearTimeout(this.timer);
      this.message.remove();
      if (Insertion.latest === this) Insertion.latest = null;
    }

    toggle() {
      if (this.taken) this.putBack();
      else this.takeBack();
    }

    takeBack() {
      const { stream } = this;
      this.run = this.children.filter((child) => stream.children.includes(child));
      if (!this.run.length) {
        this.end();
        return;
      }
      const { length } = this.run;
      const first = stream.children.indexOf(this.run[0]);
      this.follower = stream.children[stream.children.indexOf(this.run.at(-1)) + 1];
      stream.removeRun(this.run);
      this.taken = true;
      const next = (stream.children[first] ?? stream.inserters[first]).element;
      next.before(this.message);
      stream.lead(next);
      this.offer(length > 1 ? `${length} blocs retirés.` : "Bloc retiré.", "Rétablir");
    }

    putBack() {
      const { stream, run } = this;
      stream.restoreRun(run, this.follower);
      this.taken = false;
      run.at(-1).element.after(this.message);
      stream.lead(run[0].element);
      this.offer(run.length > 1 ? `${run.length} blocs rétablis.` : "Bloc rétabli.", "Annuler");
    }
  }

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || !Insertion.latest) return;
    if (event.key.toLowerCase() !== "z" || event.altKey || event.shiftKey) return;
    if (!(event.ctrlKey || event.metaKey) || event.target.closest?.(TYPED)) return;
    event.preventDefault();
    Insertion.latest.toggle();
  });
  document.addEventListener("bilan:deletion", () => Insertion.latest?.end());

  Object.assign(window.bilanFolding, { Insertion });
})();
