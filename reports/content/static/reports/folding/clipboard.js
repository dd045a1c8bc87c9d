/**
 * Blocks that wait to be pasted, in this report or in another: kept by the browser for this site
 * and for who has copied them, as the states that Wagtail's editor makes blocks of. What is pasted
 * is posted, and so cleaned, like what is typed.
 */

const VERSION = 1;
const FOREIGN =
  "Le bloc copié vient d’une autre version de Bilan ou n’est pas lisible : copiez-le de nouveau.";

/** Where the browser keeps them: somebody else who signs in here has a place of their own. */
const place = () =>
  `bilan:blocks:${document.querySelector("[data-bilan-clipboard]")?.dataset.bilanClipboard}`;

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** A new id, also where the page does not come over HTTPS. */
export function mint() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const hex = [...crypto.getRandomValues(new Uint8Array(16))].map((byte, place) => {
    const fixed = { 6: (byte & 15) | 64, 8: (byte & 63) | 128 }[place] ?? byte;
    return fixed.toString(16).padStart(2, "0");
  });
  return hex.join("").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** The state of a rendered block as plain JSON: that of a rich text is an object of its editor. */
export function stateOf(block) {
  if (block.childBlocks) {
    const copy = ([name, child]) => [name, stateOf(child)];
    return Object.fromEntries(Object.entries(block.childBlocks).map(copy));
  }
  if (block.children) {
    return block.children.map(({ id, block: item }) => ({ id, value: stateOf(item) }));
  }
  const state = block.getState();
  return state?.getCurrentContent ? block.getValue() : state;
}

/** Whether a block of this definition can be made of a state. */
function fits(definition, state) {
  if (definition.childBlockDefs) {
    const has = (child) => child.name in state && fits(child, state[child.name]);
    return isObject(state) && definition.childBlockDefs.every(has);
  }
  if (definition.childBlockDef) {
    const has = (item) => isObject(item) && fits(definition.childBlockDef, item.value);
    return Array.isArray(state) && state.every(has);
  }
  return true; // a widget that cannot show its state says so
}

/** The state of a copy: the same, but for its ids, which are new at every depth. */
export function fresh(definition, state) {
  if (definition.childBlockDefs) {
    const copy = (child) => [child.name, fresh(child, state[child.name])];
    return Object.fromEntries(definition.childBlockDefs.map(copy));
  }
  if (definition.childBlockDef) {
    const { childBlockDef } = definition;
    return state.map(({ value }) => ({ id: mint(), value: fresh(childBlockDef, value) }));
  }
  return typeof state === "string" ? freshTable(state) : state;
}

/** A table is one text of a form: JSON with columns and rows. */
function freshTable(text) {
  if (!text.startsWith("{")) return text;
  try {
    const table = JSON.parse(text);
    if (!Array.isArray(table.columns) || !Array.isArray(table.rows)) return text;
    for (const part of [...table.columns, ...table.rows]) part.id = mint();
    return JSON.stringify(table);
  } catch {
    return text;
  }
}

/** @param name what is copied, in words @returns {boolean} whether there was room for it */
export function write(name, blocks) {
  try {
    localStorage.setItem(place(), JSON.stringify({ version: VERSION, name, blocks }));
    return true;
  } catch {
    return false;
  }
}

/** What `write` left, or null. Anything else that may stand there has an `error`. */
export function read(definitions) {
  const text = localStorage.getItem(place());
  if (!text) return null;
  try {
    const { version, name, blocks } = JSON.parse(text);
    const known = ({ type, value }) => definitions[type] && fits(definitions[type], value);
    if (version !== VERSION || !blocks.length || !blocks.every(known)) return { error: FOREIGN };
    return { name: String(name), blocks };
  } catch {
    return { error: FOREIGN };
  }
}
