/**
 * Blocks of the body that follow each other and are moved, copied, deleted and brought back together,
 * whether they are folded or not. A run is a list of such blocks, in order; those of it that are gone
 * meanwhile are passed over, and another one with the same id stands for a block that was replaced.
 */
import { history } from "../history.js";

/** @param Base Wagtail's stream of blocks */
export const withRuns = (Base) =>
  class extends Base {
    /** Moves a run in front of a block, or to the end. */
    placeRun(run, before) {
      const focused = document.activeElement;
      const pairs = this.#takeOut(run);
      this.#putIn(pairs, before);
      const isMoved = pairs.some(([, { element }]) => element.contains(focused));
      if (isMoved) focused.focus({ preventScroll: true }); // an element that moves loses it
      return pairs[0]?.[1];
    }

    /** Marks a run as deleted, as Wagtail does: it stays in the form, hidden. */
    removeRun(run) {
      this.deletion?.end();
      const pairs = this.#takeOut(run);
      for (const [inserter, child] of pairs) {
        child.markDeleted({ animate: false });
        inserter.delete();
        this.#removed.set(child.id, [inserter, child]);
      }
      this.number();
    }

    /** Brings back a run that was deleted, in front of a block or at the end. */
    restoreRun(run, before) {
      const pairs = run.map(({ id }) => this.#removed.get(id)).filter(Boolean);
      this.#putIn(pairs, before);
      for (const [inserter, child] of pairs) {
        this.#removed.delete(child.id);
        inserter.element.hidden = false;
        child.bringBack();
      }
      return pairs[0]?.[1];
    }

    /** Of the blocks that followed a run, the first that is still there. */
    follower(order, run) {
      const next = order.indexOf(run.at(-1)) + 1;
      const own = new Set(run.map(({ id }) => id));
      const still = new Map(this.children.map((child) => [child.id, child]));
      return still.get(order.slice(next).find(({ id }) => still.has(id) && !own.has(id))?.id) ?? null;
    }

    /** Records that a run was just made. */
    recordInsertion(label, run) {
      const order = [...this.children];
      const redo = () => this.restoreRun(run, this.follower(order, run));
      return history.record({ label, redo, undo: () => this.removeRun(run) });
    }

    /** Deletes a run, and records that. */
    recordRemoval(label, run) {
      const order = [...this.children];
      this.removeRun(run);
      const undo = () => this.restoreRun(run, this.follower(order, run));
      return history.record({ label, undo, redo: () => this.removeRun(run) });
    }

    /** Copies a run to a place, with new ids at every depth. @returns the copies */
    insertCopies(run, index) {
      const copies = run.map((child, place) => {
        const state = child.getDuplicatedState();
        state.value = this.unanchored(state.type, state.value);
        return this.insert(state, index + place, { collapsed: true });
      });
      this.number();
      return copies;
    }

    /**
     * Makes a block of a state, with an id of its own, right before another, and no part of the body yet.
     * It has its fields where the other one has them.
     */
    make({ type, id, value, signed, summary: said }, before) {
      const placeholder = document.createElement("div");
      before.element.before(placeholder);
      const prefix = `${this.prefix}-${this.blockCounter}`;
      this.blockCounter += 1;
      this.countInput.val(this.blockCounter);
      const definition = this.blockDef.childBlockDefsByName[type];
      const collapsed = before.element.querySelector("[data-panel-toggle]").ariaExpanded === "false";
      const options = { animate: false, focus: false, collapsed };
      this.stored = signed && { signed, said };
      try {
        const made = this._createChild(definition, placeholder, prefix, 0, id, value, this, options);
        this.stored = null;
        if (before.block) made.open?.();
        if (!collapsed) made.fold?.(false);
        made.element.remove();
        return made;
      } finally {
        this.stored = null;
        placeholder.remove();
      }
    }

    /** Puts blocks in the place of others, which leave the form. @param pairs an old and a new one each */
    swap(pairs) {
      for (const [old, made] of pairs) {
        const index = this.children.indexOf(old);
        if (index < 0) continue;
        old.element.replaceWith(made.element);
        this.children[index] = made;
      }
      this.number();
    }

    /** Gives a heading another level. One that was folded stays folded. */
    setLevel(child, level) {
      child.open?.();
      child.block.childBlocks.level.setState([String(level)]);
      child.title.textContent = child.getTextLabel();
      this.tell();
    }

    /** Gives a heading its anchor for good. One that was folded stays folded. */
    setAnchor(child, anchor) {
      child.open?.();
      child.block.childBlocks.anchor.setState(anchor);
      child.element.dispatchEvent(new Event("input", { bubbles: true }));
    }

    #removed = new Map();

    #takeOut(run) {
      return run.flatMap(({ id }) => {
        const index = this.children.findIndex((child) => child.id === id);
        if (index < 0) return [];
        return [[this.inserters.splice(index, 1)[0], this.children.splice(index, 1)[0]]];
      });
    }

    #putIn(pairs, before) {
      const found = this.children.findIndex(({ id }) => id === before?.id);
      const index = found < 0 ? this.children.length : found;
      const place = this.inserters[index].element;
      for (const [inserter, child] of pairs) place.before(inserter.element, child.element);
      this.inserters.splice(index, 0, ...pairs.map(([inserter]) => inserter));
      this.children.splice(index, 0, ...pairs.map(([, child]) => child));
      this.number();
    }
  };
