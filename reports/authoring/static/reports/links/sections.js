/**
 * The sections of the report that is edited, as targets of links. A heading whose anchor would still
 * follow its title is given that anchor for good once a link leads to it.
 */
import { body } from "../folding/current_body.js";
import { headingState, readSections } from "../outline/sections.js";

const NOTE = /^(?:note|appel)-\d+(?:-\d+)?$/; // anchors of notes

/** What is compared of a text: no accents, case or signs. */
const fold = (text) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae");

const normalize = (anchor) => anchor.trim().replace(/^#/, "").normalize("NFC");

/** The anchor that a title makes, as `slugify` in reports/core/text/anchors.py. */
const slugify = (title) =>
  title
    .normalize("NFC")
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_\- ]/gu, "")
    .replaceAll(" ", "-");

function listSections() {
  return body ? readSections(body.children).sections : [];
}

const anchorsOf = (section) => {
  const { anchor, old_anchors: old = [] } = headingState(section.child);
  return [anchor ?? "", ...old.map(({ value }) => value)].map(normalize).filter(Boolean);
};

/** The anchor of a section; one that has none is given its own here, before a link leads there. */
function settleAnchor(section) {
  const { anchor: settled, text } = headingState(section.child);
  if (settled?.trim()) return normalize(settled);
  const taken = new Set(listSections().flatMap(anchorsOf));
  let wanted = slugify(text ?? "") || "section";
  if (NOTE.test(wanted) || (taken.has(wanted) && NOTE.test(`${wanted}-1`))) wanted = `section-${wanted}`;
  let anchor = wanted;
  for (let number = 1; taken.has(anchor); number += 1) anchor = `${wanted}-${number}`;
  body.setAnchor(section.child, anchor);
  return anchor;
}

/** The section that an #anchor leads to, now or once the report is public. */
export function findSection(address) {
  if (!address.startsWith("#")) return null;
  let anchor = normalize(address);
  try {
    anchor = normalize(decodeURIComponent(address));
  } catch {
    // as typed
  }
  const sections = listSections();
  return (
    sections.find((one) => anchorsOf(one).includes(anchor)) ??
    sections.find((one) => !headingState(one.child).anchor && slugify(headingState(one.child).text ?? "") === anchor) ??
    null
  );
}

export const describe = ({ number, title }) => `${number} ${title}`;

export const toOption = (section) => ({
  text: describe(section),
  line: "Section de ce bilan",
  link: () => ({ url: `#${settleAnchor(section)}` }),
  title: section.title,
});

/** The sections whose number begins as typed, or whose title has every word. */
export function findSections(typed) {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  const fits = ({ number, title }) =>
    number.startsWith(typed) || words.every((word) => fold(`${number} ${title}`).includes(word));
  return listSections().filter(fits).map(toOption);
}
