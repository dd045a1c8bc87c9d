/** Blocks that are read as another type: the new ones take the place of the old ones, and the way back. */
import { Reversal } from "../folding/reversal.js";

const say = (label) => `Lu comme «\u00a0${label}\u00a0».`;

/**
 * One block takes the place of another; blocks beside it go, others come.
 * @param going blocks of the stream @param coming blocks that were in it, each with the one before which it stood
 */
function exchange(stream, from, to, going, coming) {
  stream.swap([[from, to]]);
  if (going.length) stream.removeRun(going);
  for (const [child, before] of coming) stream.restoreRun([child], before);
}

class Conversion extends Reversal {
  /**
   * @param stream the blocks @param old the block that was read @param made the one in its place
   * @param others old blocks that are in it @param added new blocks beside it @param label the new type
   */
  constructor(stream, { old, made, others, added, label }) {
    const places = (run) => run.map((child) => [child, stream.children[stream.children.indexOf(child) + 1]]);
    const gone = places(others);
    stream.swap([[old, made]]);
    if (others.length) stream.removeRun(others);
    const come = added.map(({ state, isAbove }) => {
      const index = stream.children.indexOf(made) + (isAbove ? 0 : 1);
      const options = { animate: false, focus: false, collapsed: true };
      return stream.insert(state, index, options);
    });
    stream.number();
    super(stream, made.element, say(label));
    Object.assign(this, { old, made, gone, come: places(come), label });
  }

  takeBack() {
    this.turn(this.made, this.old, this.come, this.gone, "Remis comme avant.", "Rétablir");
  }

  putBack() {
    this.turn(this.old, this.made, this.gone, this.come, say(this.label), "Annuler");
  }

  /** Where the block is gone meanwhile, nothing comes back. */
  turn(from, to, going, coming, text, button) {
    const { stream, message } = this;
    if (!stream.children.includes(from)) {
      this.end();
      return;
    }
    const isUsed = message.contains(document.activeElement);
    exchange(stream, from, to, going.map(([child]) => child), coming);
    this.taken = !this.taken;
    to.element.after(message);
    this.offer(text, button);
    if (isUsed) this.button.focus({ preventScroll: true });
    else stream.lead(to.element);
  }
}

/** Makes blocks of the answer of the server; null, and nothing changes, where that fails. */
export function convertBlocks(stream, { blocks, taken, label }) {
  const olds = taken.map((id) => stream.children.find((child) => child.id === id));
  const place = blocks.findIndex(({ id }) => taken.includes(id));
  const old = olds.find(({ id }) => id === blocks[place].id);
  let made;
  try {
    made = stream.make(blocks[place], old);
  } catch (error) {
    console.error(error);
    return null;
  }
  const above = blocks.slice(0, place).map((state) => ({ state, isAbove: true }));
  const below = blocks.slice(place + 1).map((state) => ({ state, isAbove: false }));
  const added = [...above, ...below.reverse()]; // each right beside the block
  const others = olds.filter((child) => child !== old);
  return new Conversion(stream, { old, made, others, added, label });
}
