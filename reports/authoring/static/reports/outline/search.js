/** Search in the titles of sections and in the texts of blocks, without accents and case. */
import { contentsOf } from "./contents.js";

const CONTEXT_CHARACTERS = 32; // characters before and behind what is found
const MAX_BLOCKS = 60; // blocks that are listed

/** One UTF-16 unit for each of a text, so that places in one are places in the other. */
function fold(text) {
  const plain = (unit) => unit.normalize("NFD")[0].toLowerCase()[0];
  return text.split("").map(plain).join("").replace(/\s/g, " ").replaceAll("’", "'");
}

/** @returns {[string, string, string] | null} words around, what was found, words behind */
function excerpt(text, sought) {
  const found = fold(text).indexOf(sought);
  if (found < 0) return null;
  const start = Math.max(0, found - CONTEXT_CHARACTERS);
  const end = found + sought.length;
  return [
    (start ? "…" : "") + text.slice(start, found),
    text.slice(found, end),
    text.slice(end, end + CONTEXT_CHARACTERS) + (text.length > end + CONTEXT_CHARACTERS ? "…" : ""),
  ];
}

/** What is sought, or nothing where there is nothing to look for. */
export const query = (typed) => fold(typed).replace(/ +/g, " ").trim();

/**
 * @returns {{ section: object | null, blocks: { child: object, parts: string[] }[] }[]}
 *   the sections whose title or blocks have it; `section` is null before the first heading
 */
export function find({ before, sections }, sought) {
  let left = MAX_BLOCKS;
  const blocks = (children) =>
    children.flatMap((child) => {
      const parts = left > 0 && excerpt(contentsOf(child).text, sought);
      if (parts) left -= 1;
      return parts ? [{ child, parts }] : [];
    });
  return [{ section: null, own: before }, ...sections.map((one) => ({ section: one, own: one.own }))]
    .map(({ section, own }) => ({ section, blocks: blocks(own) }))
    .filter(
      ({ section, blocks: found }) =>
        found.length || (section && excerpt(`${section.number} ${section.title}`, sought)),
    );
}
