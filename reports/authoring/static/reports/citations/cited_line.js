/**
 * The citations of a line of plain words, such as a heading: ranges of its characters with the addresses
 * of their figures. They are stored beside the line (reports/core/text/cited_lines.py).
 */

const ELEMENT = "bilan-figure";

/** The places at which words stand in a line, also where they overlap. */
function findPlaces(line, words) {
  const places = [];
  for (let place = line.indexOf(words); place >= 0 && words; place = line.indexOf(words, place + 1)) places.push(place);
  return places;
}

/** @returns {{ start: number, end: number, of: string, way: string }[]} from left to right */
export function readRanges(line, stored) {
  const template = document.createElement("template");
  template.innerHTML = stored;
  return [...template.content.querySelectorAll(ELEMENT)]
    .map((element) => {
      const words = element.textContent;
      const start = findPlaces(line, words)[Number(element.getAttribute("nth") ?? 1) - 1];
      return { start, end: start + words.length, of: element.getAttribute("of") ?? "", way: element.getAttribute("as") ?? "" };
    })
    .filter(({ start }) => start !== undefined)
    .sort((one, other) => one.start - other.start);
}

export function writeRanges(line, ranges) {
  return ranges
    .map(({ start, end, of, way }) => {
      const element = document.createElement(ELEMENT);
      element.setAttribute("of", of);
      element.setAttribute("as", way);
      element.textContent = line.slice(start, end);
      const nth = findPlaces(line, element.textContent).indexOf(start) + 1;
      if (nth > 1) element.setAttribute("nth", `${nth}`);
      return element.outerHTML;
    })
    .join("");
}

/** The ranges after the line was changed in one place: words typed within a number are part of it. */
export function followChange(ranges, before, after) {
  const most = Math.min(before.length, after.length);
  let first = 0;
  while (first < most && before[first] === after[first]) first += 1;
  let same = 0;
  while (same < most - first && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  const last = before.length - same;
  const longer = after.length - before.length;
  return ranges
    .map((range) => {
      if (range.end <= first) return range;
      if (range.start >= last) return { ...range, start: range.start + longer, end: range.end + longer };
      const isWithin = first >= range.start && last <= range.end;
      return isWithin ? { ...range, end: range.end + longer } : null;
    })
    .filter((range) => range && range.start < range.end);
}
