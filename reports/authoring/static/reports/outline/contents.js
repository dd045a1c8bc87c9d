/**
 * What a block of the body says, from what the editor has of it: its words, and how many of the
 * places that it has for cells and facts are filled.
 */
import { stateOf } from "../folding/clipboard.js";

const OPTIONAL = new Set(["detail", "staff"]); // columns that say nothing of most lines
const LINE = ["lead", "before", "after"]; // the words of a fact
// settings, addresses and ids: nothing that is read
const SILENT = new Set([
  "anchor", "decorative", "id", "kind", "leading", "level", "old_anchors", "ref", "ref_name",
  "reference_name", "source_url", "url",
]);

function parse(text) {
  if (!text.startsWith("{")) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isTable = (value) => Array.isArray(value?.columns) && Array.isArray(value.rows);
const cellText = (cell) => (typeof cell === "string" ? cell : (cell?.raw ?? ""));
const isFact = (value) => Array.isArray(value.figure) && "after" in value;
const isLine = (value) => typeof value.figure?.line === "string"; // a fact that is edited as one line

class Contents {
  constructor(child) {
    this.words = [];
    this.places = 0;
    this.filled = 0;
    this.read(child.block ? stateOf(child.block) : child.state);
    this.words = this.words.map((text) => text.trim()).filter(Boolean);
    if (this.places || child.type === "heading") return;
    this.count(this.words.length > 0); // a text or a picture is one place
  }

  get empty() {
    return this.places - this.filled;
  }

  /** What the block says, on one line. */
  get text() {
    return this.words.join(" ").replace(/\s+/g, " ");
  }

  count(isFilled) {
    this.places += 1;
    if (isFilled) this.filled += 1;
  }

  read(value) {
    if (typeof value === "string") this.readText(value);
    else if (Array.isArray(value)) value.forEach((part) => this.read(part));
    else if (value && typeof value === "object") this.readStruct(value);
  }

  readText(text) {
    const value = parse(text);
    if (isTable(value)) this.readTable(value);
    else if (Array.isArray(value?.blocks)) this.words.push(...value.blocks.map((one) => one.text));
    else this.words.push(text);
  }

  readTable({ columns, rows }) {
    this.words.push(...columns.map(({ heading }) => heading ?? ""));
    for (const { cells = [], note } of rows) {
      columns.forEach(({ id }, place) => {
        const text = cellText(cells[place]);
        this.words.push(text);
        if (!OPTIONAL.has(id)) this.count(text.trim());
      });
      if (note) this.words.push(note.replace(/<[^<>]*>/g, " "));
    }
  }

  readStruct(value) {
    if ("edit" in value || "edit_url" in value) {
      this.words.push(value.name ?? value.title ?? ""); // what was chosen: a record, a picture
      return;
    }
    if (isLine(value)) this.count(value.figure.line.trim());
    if (isFact(value)) this.count([value.figure[0], ...LINE.map((name) => value[name])].some(Boolean));
    for (const [name, part] of Object.entries(value)) {
      if (name === "figure" && Array.isArray(part)) this.words.push(part[0] ?? "");
      else if (name === "figure" && isLine(value)) this.words.push(part.line);
      else if (!SILENT.has(name)) this.read(part);
    }
  }
}

const known = new WeakMap();

/** @returns {Contents} as they were when `forgetContents` was last called, if it was */
export function contentsOf(child) {
  if (!known.has(child)) known.set(child, new Contents(child));
  return known.get(child);
}

export const forgetContents = (child) => known.delete(child);
