/**
 * What can be done to a whole section: it is moved, raised or lowered by a level, duplicated and
 * deleted with everything below its heading. Each act is one step, which can be undone and done again
 * whatever else has happened to the body meanwhile: blocks that are gone are passed over.
 */
(() => {
  "use strict";

  const { announce } = window.bilanFolding;
  const { levelOf, listDestinations, readSections, withSubsections } = window.bilanOutline;

  const HIGHEST = 2; // levels of headings
  const LOWEST = 6;
  const LONGEST = 40; // characters of a title that is said

  const count = (value, noun) => `${value} ${noun}${value > 1 ? "s" : ""}`;
  const short = (title) => (title.length > LONGEST ? `${title.slice(0, LONGEST - 1)}…` : title);
  const named = ({ title }) => `« ${short(title)} »`;

  class Acts {
    /** @param body the stream of blocks @param history what keeps the steps */
    constructor(body, history) {
      Object.assign(this, { body, history });
    }

    // Sections and their blocks

    get outline() {
      return readSections(this.body.children);
    }

    find(child) {
      return this.outline.sections.find((section) => section.child === child);
    }

    blocks({ start, end }) {
      return this.body.children.slice(start, end);
    }

    destinations(section) {
      return listDestinations(section, this.outline.sections, this.body.children.length);
    }

    // The acts: each does what it can, says what it did, and returns the block to go on with

    move(child, to) {
      const section = this.find(child);
      const run = this.blocks(section);
      const before = this.body.children[to] ?? null;
      const order = [...this.body.children];
      this.perform({
        what: `Déplacer ${named(section)}`,
        redo: () => this.body.placeRun(run, before),
        undo: () => this.body.placeRun(run, this.follower(order, run)),
      });
      const { number } = this.find(child);
      announce(`${named(section)} est maintenant la section ${number}. Ctrl + Z annule.`);
      return child;
    }

    moveUp(child) {
      const section = this.find(child);
      const to = this.destinations(section).findLast((index) => index < section.start);
      if (to === undefined) return this.refuse(child, "est déjà en tête.");
      return this.move(child, to);
    }

    moveDown(child) {
      const section = this.find(child);
      const to = this.destinations(section).find((index) => index > section.end);
      if (to === undefined) return this.refuse(child, "est déjà à la fin.");
      return this.move(child, to);
    }

    canRaise({ level }) {
      return level > HIGHEST;
    }

    canLower(section) {
      const { sections } = this.outline;
      const previous = sections[sections.findIndex(({ child }) => child === section.child) - 1];
      const levels = withSubsections(section, sections).map(({ level }) => level);
      return previous?.level >= section.level && Math.max(...levels) < LOWEST;
    }

    raise(child) {
      const section = this.find(child);
      if (!this.canRaise(section)) return this.refuse(child, "est déjà une partie.");
      return this.shift(section, -1);
    }

    lower(child) {
      const section = this.find(child);
      if (!this.canLower(section)) {
        return this.refuse(child, "ne peut pas être abaissée ici.");
      }
      return this.shift(section, 1);
    }

    shift(section, by) {
      const { child } = section;
      const headings = withSubsections(section, this.outline.sections);
      const before = headings.map((one) => [one.child, one.level]);
      const after = before.map(([one, level]) => [one, level + by]);
      const set = (levels) => {
        for (const [one, level] of levels) {
          if (this.body.children.includes(one)) this.body.setLevel(one, level);
        }
        return child;
      };
      this.perform({
        what: `${by < 0 ? "Hausser" : "Abaisser"} ${named(section)} d’un niveau`,
        redo: () => set(after),
        undo: () => set(before),
      });
      const { number } = this.find(child);
      announce(`${named(section)} est maintenant la section ${number}. Ctrl + Z annule.`);
      return child;
    }

    duplicate(child) {
      const section = this.find(child);
      const copies = this.body.insertCopies(this.blocks(section), section.end);
      const order = [...this.body.children];
      this.record({
        what: `Dupliquer ${named(section)}`,
        redo: () => this.body.restoreRun(copies, this.follower(order, copies)),
        undo: () => this.body.removeRun(copies),
      });
      announce(`${named(section)} est dupliquée : ${count(copies.length, "bloc")}. Ctrl + Z annule.`);
      return copies[0];
    }

    delete(child) {
      const section = this.find(child);
      const run = this.blocks(section);
      const order = [...this.body.children];
      this.perform({
        what: `Supprimer ${named(section)}`,
        redo: () => this.body.removeRun(run),
        undo: () => this.body.restoreRun(run, this.follower(order, run)),
      });
      announce(`${named(section)} est supprimée : ${count(run.length, "bloc")}. Ctrl + Z annule.`);
      const next = this.outline.sections.find(({ start }) => start >= section.start);
      return (next ?? this.outline.sections.at(-1))?.child ?? null;
    }

    refuse(child, why) {
      announce(`${named(this.find(child))} ${why}`);
      return child;
    }

    // Steps

    perform(step) {
      step.redo();
      this.record(step);
    }

    record(step) {
      this.history.record({ before: "undone", after: "done", ...step });
    }

    /** @returns {object | null} the block that the step was about, if it is there */
    undo() {
      return this.turn(this.history.back(), "undo", "Annulé");
    }

    redo() {
      return this.turn(this.history.forth(), "redo", "Rétabli");
    }

    turn(step, way, done) {
      if (!step) {
        announce(way === "undo" ? "Rien à annuler dans le sommaire." : "Rien à rétablir.");
        return null;
      }
      const child = step[way]();
      announce(`${done} : ${step.what[0].toLowerCase()}${step.what.slice(1)}.`);
      return child ?? null;
    }

    /** Of the blocks that followed a run, the first that is still there. */
    follower(order, run) {
      const next = order.indexOf(run.at(-1)) + 1;
      const still = new Set(this.body.children.filter((child) => !run.includes(child)));
      return order.slice(next).find((child) => still.has(child)) ?? null;
    }
  }

  Object.assign(window.bilanOutline, { Acts, levelOf });
})();
