/**
 * Printed names and the names of records: which are the same, which are alike. What counts as the
 * same is what reports/core/text/name_matching.py says; a browser test holds the two together.
 */

const NOTE_MARK =
  /[([]\s*(?:[0-9]{1,2}|[⁰¹²³⁴-⁹*†‡]{1,3})\s*[)\]]|((?:^|[\s/(])[kcdm]?m[²³])|[⁰¹²³⁴-⁹*†‡]+/g;
const VARIANTS = { œ: "oe", æ: "ae" };
const MIN_LIKENESS = 0.5; // from which on one name resembles another
const MAX_PROPOSALS = 3; // records that are proposed

/** A name without accents, case, spaces and note marks. */
export function normalizeName(text) {
  return text
    .replace(NOTE_MARK, "$1")
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[’‘ʼ`]/g, "'")
    .replace(/[‐‑–—−]/g, "-")
    .replace(/[œæ]/g, (letter) => VARIANTS[letter])
    .replace(/[\p{Mn}\p{Cf}\s]/gu, "");
}

export const isSameName = (one, other) => one === other || normalizeName(one) === normalizeName(other);

/** How often each pair of neighbouring characters is in a name; its ends count as characters. */
function letterPairs(text) {
  const name = ` ${normalizeName(text)} `;
  const pairs = new Map();
  for (let place = 0; place < name.length - 1; place += 1) {
    const pair = name.slice(place, place + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

const total = (pairs) => [...pairs.values()].reduce((sum, count) => sum + count, 0);

/** The share of pairs of letters that two names have in common, from 0 to 1. */
export function similarity(one, other) {
  const [a, b] = [letterPairs(one), letterPairs(other)];
  let common = 0;
  for (const [pair, count] of a) common += Math.min(count, b.get(pair) ?? 0);
  return (2 * common) / (total(a) + total(b));
}

/** The records of a kind, by key and by name. */
export class RecordNames {
  /**
   * @param {{ key: string, name: string, merged?: boolean }[]} records Those that were merged into
   *   others have a name, and are not found by it.
   */
  constructor(records) {
    this.isLoaded = records !== undefined;
    const ofKey = ({ key, name }) => [key, name];
    this.names = new Map((records ?? []).filter(({ merged }) => !merged).map(ofKey));
    this.former = new Map((records ?? []).filter(({ merged }) => merged).map(ofKey));
    this.forget();
  }

  get(key) {
    return this.names.get(key) ?? this.former.get(key);
  }

  has(key) {
    return this.names.has(key) || this.former.has(key);
  }

  set(key, name) {
    if (this.names.get(key) === name) return;
    this.names.set(key, name);
    this.forget();
  }

  forget() {
    this.index = undefined;
    this.holders = undefined;
    this.proposed = new Map();
  }

  /** The keys of the records that have this very name. */
  findExact(name) {
    this.index ??= groupByName(this.names);
    return name.trim() ? this.index.get(normalizeName(name)) ?? [] : [];
  }

  /** The keys of some records whose names are alike, the nearest first. */
  findSimilar(name) {
    this.holders ??= indexPairs(this.names);
    if (!this.proposed.has(name)) this.proposed.set(name, this.#nearest(letterPairs(name)));
    return this.proposed.get(name);
  }

  #nearest(pairs) {
    const common = new Map(); // record -> how many pairs it shares
    for (const [pair, count] of pairs) {
      for (const [record, its] of this.holders.get(pair) ?? []) {
        common.set(record, (common.get(record) ?? 0) + Math.min(count, its));
      }
    }
    const size = total(pairs);
    return [...common]
      .map(([record, shared]) => [record.key, (2 * shared) / (size + record.size)])
      .filter(([, likeness]) => likeness >= MIN_LIKENESS)
      .sort((a, b) => b[1] - a[1])
      .slice(0, MAX_PROPOSALS)
      .map(([key]) => key);
  }
}

/** By pair of letters: the records that have it, and how often. */
function indexPairs(names) {
  const recordsByPair = new Map();
  for (const [key, name] of names) {
    const pairs = letterPairs(name);
    const record = { key, size: total(pairs) };
    for (const [pair, count] of pairs) {
      if (!recordsByPair.has(pair)) recordsByPair.set(pair, []);
      recordsByPair.get(pair).push([record, count]);
    }
  }
  return recordsByPair;
}

/** @returns {Map<string, string[]>} Keys by normalised name. */
function groupByName(names) {
  const keysByName = new Map();
  for (const [key, name] of names) {
    const same = normalizeName(name);
    if (!keysByName.has(same)) keysByName.set(same, []);
    keysByName.get(same).push(key);
  }
  return keysByName;
}

/** The records of a kind: fetched once per page. */
export function records(kind, url) {
  records[kind] ??= fetch(url)
    .then((response) => response.json())
    .then((found) => new RecordNames(found))
    .catch(() => new RecordNames([])); // a record can be found without them
  return records[kind];
}
