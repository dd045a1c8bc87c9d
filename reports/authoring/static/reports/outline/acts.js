/**
 * What can be done to a whole section: it is moved, raised or lowered by a level, duplicated and
 * deleted with everything below its heading. Each act is one step of the page, undone and done again
 * whatever else has happened to the body meanwhile: blocks that are gone are passed over.
 */
import { announce } from "../folding/announcement.js";
import { history } from "../history.js";
import { listDestinations, readSections, withSubsections } from "./sections.js";

const HIGHEST_LEVEL = 2; // levels of headings
const LOWEST_LEVEL = 6;
const MAX_TITLE_CHARACTERS = 40; // characters of a title that is said

const count = (value, noun) => `${value} ${noun}${value > 1 ? "s" : ""}`;
const short = (title) => (title.length > MAX_TITLE_CHARACTERS ? `${title.slice(0, MAX_TITLE_CHARACTERS - 1)}…` : title);
const named = ({ title }) => `« ${short(title)} »`;

export class Acts {
  /** @param body the stream of blocks @param follow leads to the block of a step, if it is there */
  constructor(body, follow) {
    Object.assign(this, { body, follow });
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
      label: `déplacer ${named(section)}`,
      redo: () => this.body.placeRun(run, before),
      undo: () => this.body.placeRun(run, this.body.follower(order, run)),
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
    return level > HIGHEST_LEVEL;
  }

  canLower(section) {
    const { sections } = this.outline;
    const previous = sections[sections.findIndex(({ child }) => child === section.child) - 1];
    const levels = withSubsections(section, sections).map(({ level }) => level);
    return previous?.level >= section.level && Math.max(...levels) < LOWEST_LEVEL;
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
      for (const [{ id }, level] of levels) {
        const heading = this.body.children.find((one) => one.id === id);
        if (heading) this.body.setLevel(heading, level);
      }
      return child;
    };
    this.perform({
      label: `${by < 0 ? "hausser" : "abaisser"} ${named(section)} d’un niveau`,
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
    this.dress(this.body.recordInsertion(`dupliquer ${named(section)}`, copies));
    announce(`${named(section)} est dupliquée : ${count(copies.length, "bloc")}. Ctrl + Z annule.`);
    return copies[0];
  }

  delete(child) {
    const section = this.find(child);
    const run = this.blocks(section);
    this.dress(this.body.recordRemoval(`supprimer ${named(section)}`, run));
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
    this.dress(history.record(step));
  }

  /** Has a step lead to the block that it was about. */
  dress(step) {
    for (const way of ["undo", "redo"]) {
      const act = step[way];
      step[way] = () => this.follow(act() ?? null);
    }
  }
}
