/**
 * Closes what is left to fill in and has nothing to say this year, through the form, as an editor
 * would by hand: what is not saved yet stays, and the draft is saved as after any other change.
 * Each way of closing returns how it is undone.
 */
import { body } from "./folding/current_body.js";
import { history } from "./history.js";
import { reveal } from "./jump.js";
import { putBack } from "./list_items.js";

const NOTHING = "N/A";
const CHILD = "[data-streamfield-child]";

/** Writes into an input as somebody who types and goes on. */
function write(input, text) {
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  input.dispatchEvent(new Event("change", { bubbles: true }));
  input.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
}

// Cells

/** The input of a cell, by the ids of its row and its column, or else by its name. */
function cell(line, link) {
  const { target } = reveal(link);
  const [row, column] = line.dataset.bilanLine.split("/");
  const at = (id) => target?.querySelector(`[data-call="open"][data-id="${CSS.escape(id)}"]`);
  const place = at(column)?.closest("th").cellIndex;
  const input = place && at(row)?.closest("tr").cells[place]?.querySelector("input, textarea");
  return input || target?.querySelector(`[aria-label="${CSS.escape(link.dataset.bilanCell)}"]`);
}

function fill(line, link) {
  const input = cell(line, link);
  if (!input) return null;
  write(input, NOTHING);
  return () => write(cell(line, link), "");
}

// Items and blocks

const isThere = (child) => !child.hidden && child.style.display !== "none";

/** What is taken out with an item: a list that would be empty goes too, and what it is all of. */
function outermost(child) {
  const beside = [...child.parentElement.children].filter((one) => one.matches(CHILD));
  const above = child.parentElement.closest(CHILD);
  return above && beside.filter(isThere).length === 1 ? outermost(above) : child;
}

/** Wagtail's child whose element this is, with the sequence that it is in. */
function find(sequence, element) {
  const index = sequence.children.findIndex((child) => child.element.contains(element));
  const child = sequence.children[index];
  if (!child) return null;
  if (child.element === element) return { sequence, child, index };
  const below = Object.values(child.block?.childBlocks ?? {}).concat(child.block ?? []);
  for (const block of below) {
    const match = block.children && find(block, element);
    if (match) return match;
  }
  return null;
}

/** Takes an item out of a list; as with a block, it stays in the form, hidden and marked. */
function takeOut({ sequence, child, index }) {
  const inserter = sequence.inserters[index];
  const next = sequence.children[index + 1];
  sequence.deleteBlock(index, { animate: false });
  return () => {
    const at = next ? sequence.children.indexOf(next) : sequence.children.length;
    putBack(sequence, { child, inserter }, at);
  };
}

function remove(line, link) {
  const { target } = reveal(link);
  const near = target?.closest(CHILD);
  if (!near) return null;
  const element = outermost(near);
  const match = find(body, element);
  if (!match) return null;
  if (match.sequence !== body) return takeOut(match);
  const [deletion] = history.collect(() => match.child.delete({ animate: false }));
  return () => deletion.undo();
}

// What the server keeps

async function clear(line, link, keep) {
  const { field } = reveal(link);
  const fact = field?.closest(".bilan-fact, [data-contentpath=growth]");
  if (!fact) return null;
  const inputs = [...fact.querySelectorAll("input[type=text], textarea")];
  const words = inputs.map((input) => input.value);
  for (const input of inputs) if (input.value) write(input, "");
  const reopen = await keep(line);
  return () => {
    inputs.forEach((input, place) => words[place] && write(input, words[place]));
    return reopen?.();
  };
}

const ways = { fill, remove, clear, keep: (line, _, keep) => keep(line) };
ways.reread = ways.keep;

/**
 * Closes what a line of the panel names.
 * @param keep tells the server, and returns how that is undone
 * @returns how it is undone, or null where it could not be closed
 */
export async function closeLine(line, keep) {
  const { activeElement } = document;
  const { bilanClose: way } = line.querySelector("[data-bilan-close]").dataset;
  try {
    let undo;
    history.collect(() => (undo = ways[way](line, line.querySelector("a"), keep)));
    return (await undo) ?? null;
  } finally {
    activeElement.focus({ preventScroll: true }); // what was deleted has led it away
  }
}
