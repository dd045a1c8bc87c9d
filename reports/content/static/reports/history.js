/**
 * What scripts have done to the form, in one order for the whole page, so that it can be undone and done
 * again. What is typed into an input is undone by the input; a table and a list of facts, whose inputs
 * forget that, take back the last step of their own there.
 */
import { announce } from "./folding/announcement.js";

const MAX_STEPS = 200; // steps that are remembered
const TYPED =
  "textarea, [contenteditable=true], [role=dialog] *, dialog *, " +
  "input:not([type=checkbox], [type=radio], [type=file], [type=submit], [type=button])";

/**
 * @typedef {{
 *   label: string, undo: () => void, redo?: () => void, owner?: object, before?: string, after?: string,
 *   stay?: string, isTold?: boolean,
 * }} Step `label` says what is done, as « déplacer « Budget » ». `owner` is the table or list that the step
 * is of, with the JSON before and after it. Edits with the same `stay` are one step until it is left. A step
 * with an owner, or that `isTold`, says itself what becomes of it.
 */

const SAID = { undo: "Annulé", redo: "Rétabli" };

export class History {
  /** @type {Step[]} */
  past = [];
  /** @type {Step[]} */
  future = [];

  /** @param {Step} step @returns {Step} */
  record(step) {
    if (this.isTurning || (step.owner && step.before === step.after)) return step;
    this.future = [];
    const last = this.past.at(-1);
    if (step.stay && step.stay === this.stay && last?.owner === step.owner) last.after = step.after;
    else this.past.push(step);
    this.past.splice(0, this.past.length - MAX_STEPS);
    this.stay = step.stay;
    this.tell();
    return step;
  }

  /** What followed from the last step of an owner by itself is part of it. */
  amend(owner, after) {
    const last = this.past.findLast((step) => step.owner === owner);
    if (last) last.after = after;
  }

  /** The next edit is a step of its own, wherever it is. */
  leave() {
    this.stay = undefined;
  }

  /** Does something whose steps are part of another one. @returns {Step[]} those steps */
  collect(act) {
    const { past, future } = this;
    Object.assign(this, { past: [], future: [] });
    this.leave();
    try {
      act();
      return this.past;
    } finally {
      Object.assign(this, { past, future });
      this.leave();
    }
  }

  /** An owner begins anew. */
  forget(owner) {
    const isOther = (step) => step.owner !== owner;
    this.past = this.past.filter(isOther);
    this.future = this.future.filter(isOther);
    this.tell();
  }

  /** Takes back the last step: of all, of an owner, or one that is given. @returns {Step | undefined} */
  undo(only) {
    return this.#turn(this.past, this.future, "undo", only);
  }

  /** @returns {Step | undefined} the step that was done again */
  redo(only) {
    return this.#turn(this.future, this.past, "redo", only);
  }

  #turn(one, other, way, only) {
    this.leave();
    const isMeant = (step) => !only || step === only || step.owner === only;
    const place = one.findLastIndex(isMeant);
    if (place < 0) return undefined;
    const [step] = one.splice(place, 1);
    if (step.redo) other.push(step);
    this.isTurning = true;
    try {
      step[way]();
    } finally {
      this.isTurning = false;
    }
    this.tell();
    const isTold = step.owner || step.isTold;
    if (!isTold) announce(`${SAID[way]} : ${step.label}.`);
    return step;
  }

  tell() {
    document.dispatchEvent(new CustomEvent("bilan:history"));
  }
}

/** Ctrl + Z takes back, Ctrl + Shift + Z and Ctrl + Y do again. @returns {"undo" | "redo" | undefined} */
export function wayOf({ key, ctrlKey, metaKey, shiftKey, altKey }) {
  if (!(ctrlKey || metaKey) || altKey) return undefined;
  const letter = key.toLowerCase();
  if (letter === "y") return "redo";
  if (letter === "z") return shiftKey ? "redo" : "undo";
  return undefined;
}

export const history = new History();

document.addEventListener("keydown", (event) => {
  const way = wayOf(event);
  if (event.defaultPrevented || !way || event.target.matches?.(TYPED)) return;
  if (event.target.closest?.("[contenteditable=true]")) return;
  if (history[way]()) event.preventDefault();
});
