/**
 * What an opened block says of itself in its heading: reports/content/folding/summary.py says the same of a
 * folded one, by the same format.
 */

const MAX_CHILD_CHARACTERS = 80; // characters of one child, as summary.py has it
const PART = /\{([\w|]+)(?:#([^}]*))?\}/g;
const IDLE = /^[\s·:]+|[\s·:]+$|\(\s*\)/g;

/** @param block a rendered block @param {string} format of the block's kind, or nothing */
export function summary(format, block) {
  if (!format || !block.childBlocks) return tidy(label(block));
  const text = format.replace(PART, (_, names, noun) => {
    const children = names.split("|").map((name) => block.childBlocks[name]);
    if (noun !== undefined) return counted(size(children[0]), noun);
    return children.map(label).find(Boolean) ?? "";
  });
  return tidy(text);
}

const label = (block) => block.getTextLabel?.({ maxLength: MAX_CHILD_CHARACTERS })?.trim() ?? "";

/** How many items a list has, or rows a table. */
const size = (block) => block.children?.length ?? JSON.parse(block.getValue()).rows.length;

const counted = (count, noun) => (noun ? `${count} ${noun}${count > 1 ? "s" : ""}` : count);

/** Without what stood around a part that was empty. */
const tidy = (text) =>
  text.replace(IDLE, "").replace(/\s+/g, " ").replace(/ ,/g, ",").replace(IDLE, "");
