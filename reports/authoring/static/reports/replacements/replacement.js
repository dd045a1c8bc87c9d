/** Blocks and fields that others stand in the place of now, all at once, and the way back. */
import { Reversal } from "../folding/reversal.js";
import { FieldChanges } from "./fields.js";
import { describePlaces } from "./passages.js";

class Replacement extends Reversal {
  /** @param stream the blocks @param pairs an old and a new one each @param fields @param count of changes in them */
  constructor(stream, pairs, fields, count) {
    stream.swap(pairs);
    fields.make();
    const words = describePlaces(count, pairs.length, fields.isAny);
    super(stream, pairs[0]?.[1].element ?? stream.element, `Remplacé\u00a0: ${words}.`);
    Object.assign(this, { pairs, fields, words });
  }

  takeBack() {
    this.fields.takeBack();
    this.go(this.pairs.map(([old, made]) => [made, old]), `Remis comme avant\u00a0: ${this.words}.`, "Rétablir");
  }

  putBack() {
    this.fields.make();
    this.go(this.pairs, `Remplacé\u00a0: ${this.words}.`, "Annuler");
  }

  /** Those that are gone meanwhile stay so. */
  go(pairs, text, label) {
    const { stream, message } = this;
    const left = pairs.filter(([one]) => stream.children.includes(one));
    if (!left.length && !this.fields.isAny) {
      this.end();
      return;
    }
    const isUsed = message.contains(document.activeElement);
    stream.swap(left);
    this.taken = !this.taken;
    (left[0]?.[1].element ?? stream.element).after(message);
    this.offer(text, label);
    if (isUsed) this.button.focus({ preventScroll: true });
  }
}

/** Makes blocks of states and puts them in the place of those with their ids, and fields: all or none. */
export function replaceAll(stream, { blocks, fields }, count) {
  const made = [];
  try {
    for (const state of blocks) {
      const old = stream.children.find(({ id }) => id === state.id);
      made.push([old, stream.make(state, old)]);
    }
  } catch (error) {
    console.error(error);
    return null;
  }
  const changes = new FieldChanges(fields);
  return made.length || changes.isAny ? new Replacement(stream, made, changes, count) : null;
}
