/**
 * What a row has beside its cells (a record, a link, a note) belongs to the name that it prints.
 * Where the name changes, the row is matched again: by the rows that the table has had, then by the
 * names of records. It knows nothing of the page.
 */
import { textOf } from "./cell.js";
import { isSameName, normalizeName, similarity } from "./names.js";

const EXTRAS = ["ref", "ref_name", "url", "note"];
const MIN_RENAMED_LIKENESS = 0.6; // how alike the names of a row are that was only renamed
const MAX_COMPARED_PAIRS = 10_000; // pairs of names

export const headOf = (row) => textOf(row.cells[0]);
const hasName = (row) => headOf(row).trim() !== "";

/** Whether the record of a row, or its absence, was chosen for the name that it prints. */
export const isConfirmed = (row) => row.ref_name === undefined || isSameName(row.ref_name, headOf(row));

/** Where nothing is stored, today's name counts. */
export function rememberName(row) {
  if (row.ref) row.ref_name ??= headOf(row);
}

/** Gives a row what another state of it had. */
function restore(row, from) {
  for (const key of EXTRAS) {
    if (from[key] === undefined) delete row[key];
    else row[key] = from[key];
  }
}

/** Ties a row to a record, or to none, for the name that it prints. */
export function choose(row, ref) {
  delete row.ref;
  delete row.ref_name;
  if (ref) Object.assign(row, { ref, ref_name: headOf(row) });
}

/** What a table has known of names: the record, link and note of each, several if it did. */
export class Memory {
  constructor() {
    this.known = new Map();
  }

  /** Takes in the rows of a table as they are. */
  learn(rows) {
    const statesByName = new Map();
    for (const row of rows.filter((each) => hasName(each) && isConfirmed(each))) {
      const name = normalizeName(headOf(row));
      if (!statesByName.has(name)) statesByName.set(name, new Map());
      const { ref, url, note } = row;
      statesByName.get(name).set(JSON.stringify([ref, url, note]), { ref, url, note });
    }
    for (const [name, states] of statesByName) this.known.set(name, [...states.values()]);
  }

  recall(name) {
    return this.known.get(normalizeName(name)) ?? [];
  }
}

/**
 * Matches a row whose name has changed. `before` is what it had before the change, `records` the
 * names of the records that rows refer to, if they do.
 */
export function rematch(row, before, memory, records) {
  restore(row, before.extras);
  const name = headOf(row);
  const { ref } = before.extras;
  if (isSameName(before.name, name) || (ref && isConfirmed(row))) return;
  if (!hasName(row)) {
    choose(row, "");
    return;
  }
  const known = memory.recall(name);
  if (known.length === 1) {
    restore(row, known[0]);
    rememberName(row);
    return;
  }
  if (!records) return;
  const exact = known.length ? [] : records.findExact(name);
  if (exact.includes(ref)) {
    choose(row, ref);
  } else if (exact.length === 1) {
    delete row.url;
    delete row.note;
    choose(row, exact[0]);
  } else if (!ref) {
    row.ref_name = ""; // asked
  }
}

/** What a row has, before its name changes. */
export function stateOf(row) {
  const extras = Object.fromEntries(EXTRAS.map((key) => [key, row[key]]));
  return { name: headOf(row), extras };
}

/**
 * What is left of a row under another name: its record, to be confirmed. Link and note stay with
 * the old name, and so does everything where nobody can tell which of several rows it was.
 */
function stateRenamed(row, isAmbiguous) {
  const { name, extras } = stateOf(row);
  if (isAmbiguous) return { name: "", extras: {} };
  return { name, extras: { ref: extras.ref, ref_name: extras.ref && extras.ref_name } };
}

/**
 * Which old row each of these names continues: the one that had the name; else the one that had a
 * name like it; else the one that stands there, if no other name has taken it; else none. With
 * `before`, the row had another name, or is one of several that had this one.
 * @returns {({ row: object, before?: object } | undefined)[]}
 */
export function findContinued(rows, names) {
  const [old, now] = [rows.map(headOf), names].map((all) => all.map(normalizeName));
  const continued = Array(names.length).fill(undefined);
  const free = new Set(rows.keys());
  const take = (to, from, before) => {
    continued[to] = { row: rows[from], before };
    free.delete(from);
  };
  const places = placesOf(old);
  for (const [name, to] of placesOf(now)) {
    const from = places.get(name) ?? [];
    const stay = to.filter((place) => old[place] === name);
    const moved = from.filter((place) => !stay.includes(place));
    const haveMoved = moved.length > 0 || stay.length < to.length;
    // rows of one name that have different things: once they move, which was which?
    const isAmbiguous = haveMoved && !areAlike(from.map((place) => rows[place]));
    for (const place of isAmbiguous ? [] : stay) take(place, place);
    const rest = isAmbiguous ? [...from] : moved;
    for (const place of to) {
      if (continued[place] || !rest.length) continue;
      const [row] = rest;
      take(place, rest.shift(), isAmbiguous ? stateRenamed(rows[row], true) : undefined);
    }
  }
  const open = () => [...now.keys()].filter((place) => !continued[place]);
  for (const [to, from] of likePairs(open(), [...free], names, rows)) {
    if (!continued[to] && free.has(from)) take(to, from, stateRenamed(rows[from]));
  }
  for (const place of open()) {
    if (free.has(place)) take(place, place, stateRenamed(rows[place]));
  }
  return continued;
}

function placesOf(names) {
  const places = new Map();
  names.forEach((name, place) => {
    if (!name) return;
    if (!places.has(name)) places.set(name, []);
    places.get(name).push(place);
  });
  return places;
}

function areAlike(rows) {
  return new Set(rows.map(({ ref, url, note }) => JSON.stringify([ref, url, note]))).size < 2;
}

/** Pairs of a new place and an old one whose names are alike, the nearest first. */
function likePairs(to, from, names, rows) {
  if (to.length * from.length > MAX_COMPARED_PAIRS) return [];
  return to
    .flatMap((place) =>
      from.map((old) => [place, old, similarity(names[place], headOf(rows[old]))]),
    )
    .filter(([, , likeness]) => likeness >= MIN_RENAMED_LIKENESS)
    .sort((a, b) => b[2] - a[2]);
}
