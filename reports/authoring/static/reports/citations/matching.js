/** Finds figures by what is typed: their value as printed, or words of their place. */

const MAX_SHOWN = 30;

/** What is compared of a text: no accents, case or spaces within numbers. */
export const fold = (text) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/(?<=\d)[\s\u00a0\u202f](?=\d)/g, "");

/**
 * The figures that have every typed word in their value or place; those whose value begins as typed
 * come first.
 */
export function matchFigures(figures, typed) {
  const wanted = fold(typed);
  const words = wanted.split(/\s+/).filter(Boolean);
  const rank = ({ text, way }) => {
    if (way) return 0;
    const value = fold(text);
    if (value === wanted) return 1;
    return value.startsWith(wanted) ? 2 : 3;
  };
  return figures
    .filter(({ text, line }) => words.every((word) => fold(`${text} ${line}`).includes(word)))
    .map((figure, place) => ({ figure, place, rank: rank(figure) }))
    .sort((one, other) => one.rank - other.rank || one.place - other.place)
    .slice(0, MAX_SHOWN)
    .map(({ figure }) => figure);
}
