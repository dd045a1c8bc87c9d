/**
 * The sections of a report in the editor, read from the headings of its body. They are numbered as
 * readers see them: reports/core/document/outline.py numbers them by the same rule.
 */
import { stateOf } from "../folding/clipboard.js";

const UNTITLED = "Sans titre";

/** The number of the next heading, given the open levels and their counts. */
function countHeading(level, levels, counts) {
  while (levels.length && levels.at(-1) > level) {
    levels.pop();
    if (!levels.length || levels.at(-1) < level) {
      levels.push(level); // a level between two others takes the place of the deeper one
      break;
    }
    counts.pop();
  }
  if (!levels.length || levels.at(-1) < level) {
    levels.push(level);
    counts.push(0);
  }
  counts[counts.length - 1] += 1;
  return counts.join(".");
}

export const headingState = (child) => (child.block ? stateOf(child.block) : child.state);
export const levelOf = (child) => Number([].concat(headingState(child).level)[0]);

/**
 * A heading with its number, and the blocks that it owns: those below it that no other heading
 * owns. `end` is the index behind the last block of the whole section.
 * @typedef {{
 *   child: object, title: string, level: number, number: string, start: number, end: number,
 *   own: object[],
 * }} Section
 */

/** @returns {{ before: object[], sections: Section[] }} with the blocks before all headings */
export function readSections(children) {
  const [levels, counts, before, sections] = [[], [], [], []];
  children.forEach((child, start) => {
    if (child.type !== "heading") {
      (sections.at(-1)?.own ?? before).push(child);
      return;
    }
    const level = levelOf(child);
    const number = countHeading(level, levels, counts);
    const title = (headingState(child).text ?? "").trim() || UNTITLED;
    sections.push({ child, title, level, number, start, end: children.length, own: [] });
  });
  sections.forEach((section, place) => {
    const next = sections.slice(place + 1).find(({ level }) => level <= section.level);
    if (next) section.end = next.start;
  });
  return { before, sections };
}

const isWithin = (section, other) => section.start >= other.start && section.start < other.end;

/** The section and those below it. */
export const withSubsections = (section, sections) =>
  sections.filter((other) => isWithin(other, section));

/**
 * The indexes at which a section may begin and take nothing of another with it: before a heading
 * of its level or above, and at the end; behind the heading that it is to be below, if any.
 */
export function listDestinations(section, sections, length) {
  const highest = Math.min(...sections.map(({ level }) => level));
  const others = sections.filter((other) => !isWithin(other, section));
  const fits = ({ level, start }) =>
    level <= section.level &&
    (section.level === highest ||
      others.some((other) => other.level < section.level && other.start < start));
  const starts = others.filter(fits).map(({ start }) => start);
  return [...new Set([...starts, length])].filter((index) => index !== section.end);
}
