/** Blocks of the body that others stand in the place of now, all at once, and the way back. */
(() => {
  "use strict";

  const { Reversal } = window.bilanFolding;

  const quantity = (count, noun) => `${count} ${noun}${count > 1 ? "s" : ""}`;

  class Replacement extends Reversal {
    /** @param stream the blocks @param pairs an old and a new one each @param count of changes in them */
    constructor(stream, pairs, count) {
      stream.swap(pairs);
      const words = `${quantity(count, "passage")} dans ${quantity(pairs.length, "bloc")}`;
      super(stream, pairs[0][1].element, `Remplacé : ${words}.`);
      Object.assign(this, { pairs, words });
    }

    takeBack() {
      this.go(this.pairs.map(([old, made]) => [made, old]), `Remis comme avant : ${this.words}.`, "Rétablir");
    }

    putBack() {
      this.go(this.pairs, `Remplacé : ${this.words}.`, "Annuler");
    }

    /** Those that are gone meanwhile stay so. */
    go(pairs, text, label) {
      const { stream, message } = this;
      const left = pairs.filter(([one]) => stream.children.includes(one));
      if (!left.length) {
        this.end();
        return;
      }
      const isUsed = message.contains(document.activeElement);
      stream.swap(left);
      this.taken = !this.taken;
      left[0][1].element.after(message);
      this.offer(text, label);
      if (isUsed) this.button.focus({ preventScroll: true });
    }
  }

  /** Makes blocks of states and puts them in the place of those with their ids: all or none. */
  function replaceBlocks(stream, states, count) {
    const made = [];
    try {
      for (const state of states) {
        const old = stream.children.find(({ id }) => id === state.id);
        made.push([old, stream.make(state, old)]);
      }
    } catch (error) {
      console.error(error);
      return null;
    }
    return made.length ? new Replacement(stream, made, count) : null;
  }

  Object.assign(window.bilanReplacements, { replaceBlocks });
})();
