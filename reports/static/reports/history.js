/**
 * What was done to a table, step by step, so that it can be undone and done again. A step has the
 * JSON before and after it, and the places of the page where it began and ended.
 */
(() => {
  "use strict";

  const MOST = 100; // steps that are remembered

  /** @typedef {{ row: number, column: number, key?: string }} Place */
  /**
   * @typedef {{
   *   what: string, before: string, after: string, from: Place, to: Place, stay?: string,
   * }} Step `stay` is the same for edits of one input, which are one step until it is left.
   */

  class History {
    clear() {
      /** @type {Step[]} */
      this.past = [];
      /** @type {Step[]} */
      this.future = [];
      this.stay = undefined;
    }

    /** @param {Step} step */
    record(step) {
      if (step.before === step.after) return;
      this.future = [];
      if (step.stay && step.stay === this.stay) this.past.at(-1).after = step.after;
      else this.past.push(step);
      this.past.splice(0, this.past.length - MOST);
      this.stay = step.stay;
    }

    /** What followed from the last step by itself is part of it. */
    amend(after) {
      const last = this.past.at(-1);
      if (last) last.after = after;
    }

    /** The next edit is a step of its own, wherever it is. */
    leave() {
      this.stay = undefined;
    }

    /** @returns {Step | undefined} The last step, which is then to be done again. */
    back() {
      return this.#turn(this.past, this.future);
    }

    /** @returns {Step | undefined} */
    forth() {
      return this.#turn(this.future, this.past);
    }

    #turn(one, other) {
      this.leave();
      const step = one.pop();
      if (step) other.push(step);
      return step;
    }
  }

  Object.assign(window.bilan, { History });
})();
