/**
 * Where the terms of the glossary stand in a text: whole words, also in the plural, whatever their case
 * and accents; an abbreviation in its capitals alone.
 */

const ABBREVIATION = /^[\p{Lu}\d][\p{Lu}\d.&-]*$/u;
const SIGNS = /[.*+?^${}()|[\]\\\/-]/g;

/** One UTF-16 unit for each of a text, so that places in one are places in the other. */
const fold = (text) =>
  text
    .split("")
    .map((unit) => unit.normalize("NFD")[0])
    .join("")
    .replaceAll("’", "'")
    .replace(/\s/g, " ");

const pluralized = (word) => `${word.replace(SIGNS, "\\$&")}[sx]?`;

export class TermFinder {
  /** @param {{ name: string, definition: string }[]} terms */
  constructor(terms) {
    this.terms = new Map();
    this.abbreviations = new Map();
    for (const term of terms) {
      const name = fold(term.name.trim());
      if (ABBREVIATION.test(name)) this.abbreviations.set(name, term);
      else if (name) this.terms.set(name.toLowerCase(), term);
    }
    this.patterns = [
      [this.compile([...this.abbreviations.keys()], (name) => name.replace(SIGNS, "\\$&"), "gu"), this.abbreviations],
      [this.compile([...this.terms.keys()], (name) => name.split(" ").map(pluralized).join(" "), "giu"), this.terms],
    ];
  }

  compile(names, write, flags) {
    const longestFirst = names.sort((one, other) => other.length - one.length);
    const any = longestFirst.map((name) => `(${write(name)})`).join("|");
    this.names ??= new Map();
    const pattern = any ? new RegExp(`(?<![\\p{L}\\d])(?:${any})(?![\\p{L}\\d])`, flags) : null;
    if (pattern) this.names.set(pattern, longestFirst);
    return pattern;
  }

  /** @returns {{ start: number, end: number, term: object }[]} none within another */
  find(text) {
    const folded = fold(text);
    const found = [];
    for (const [pattern, terms] of this.patterns) {
      for (const match of pattern ? folded.matchAll(pattern) : []) {
        const [start, end] = [match.index, match.index + match[0].length];
        if (found.some((one) => start < one.end && end > one.start)) continue;
        const place = match.slice(1).findIndex((group) => group !== undefined);
        found.push({ start, end, term: terms.get(this.names.get(pattern)[place]) });
      }
    }
    return found;
  }
}
