/**
 * Blocks that were inserted together: all of them go at once, with what was typed in them since, and
 * come back at once.
 */
import { Reversal } from "./reversal.js";

export class Insertion extends Reversal {
  /** @param stream the blocks @param children of it that were made */
  constructor(stream, children) {
    const text = children.length > 1 ? `${children.length} blocs insérés.` : "Bloc inséré.";
    super(stream, children.at(-1).element, text);
    this.children = children;
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
    if (!run.length) return;
    stream.restoreRun(run, this.follower);
    this.taken = false;
    run.at(-1).element.after(this.message);
    stream.lead(run[0].element);
    this.offer(run.length > 1 ? `${run.length} blocs rétablis.` : "Bloc rétabli.", "Annuler");
  }
}
