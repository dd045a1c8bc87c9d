/**
 * Where the parts of a fact stand in its line, and where they go while the line is edited. A figure that
 * somebody has chosen stays chosen as long as the edit is beside it; else the server finds the figure.
 */
import { joined } from "./suggestion.js";

const GROWS_BACK = /[\p{L}\p{N}+\-−–±<>≈~]$/u; // what, typed right before a figure, is of it
const GROWS_ON = /^[\p{L}\p{N}%‰€$£²³]/u; // what, typed right after it, is of it

/** @typedef {{ lead: number, figure: [number, number] | null }} Ranges `lead` characters are the
 *  lead; `figure` is the one that was chosen, empty where none is, or null where nobody has. */

/** The place of each part in their line. */
export function locate([lead = "", before = "", figure = "", after = ""]) {
  const end = joined([lead, before, figure]).length;
  const hasWords = Boolean(before || figure || after);
  return { lead: lead.length, figure: hasWords ? [end - figure.length, end] : null };
}

/** What differs between two texts: from where to where in the first one, and what came there. */
export function difference(was, now) {
  const most = Math.min(was.length, now.length);
  let start = 0;
  while (start < most && was[start] === now[start]) start += 1;
  let tail = 0;
  while (tail < most - start && was.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  return { start, end: was.length - tail, typed: now.slice(start, now.length - tail) };
}

/** A range after an edit, or null where the edit is in it. */
export function shift([from, to], { start, end, typed }) {
  const delta = typed.length - (end - start);
  if (end <= from) {
    return end === from && GROWS_BACK.test(typed) ? null : [from + delta, to + delta];
  }
  if (start >= to) return start === to && GROWS_ON.test(typed) ? null : [from, to];
  return null;
}

/** @param {Ranges} ranges @returns {Ranges} */
export function follow({ lead, figure }, was, now) {
  const edit = difference(was, now);
  const delta = edit.typed.length - (edit.end - edit.start);
  const isInLead = edit.start < lead;
  const longer = edit.end <= lead ? lead + delta : edit.start;
  const isNone = figure && figure[0] === figure[1];
  return { lead: isInLead ? longer : lead, figure: !figure || isNone ? figure : shift(figure, edit) };
}

/** The parts of a line as they are posted: all four, the lead alone, or none. */
export function cut(text, { lead, figure }) {
  if (!figure) return lead ? [text.slice(0, lead)] : [];
  const [from, to] = figure;
  if (from === to) return [text.slice(0, lead).trim(), text.slice(lead).trim(), "", ""];
  const start = Math.min(lead, from);
  return [[0, start], [start, from], [from, to], [to]].map((range) => text.slice(...range).trim());
}

/** A range that is counted in characters, as the server does, in JavaScript's own units. */
export function fromCharacters(text, [from, to]) {
  const units = [...text];
  const length = (end) => units.slice(0, end).join("").length;
  return [length(from), length(to)];
}
