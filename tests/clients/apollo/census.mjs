/**
 * Looks for everything in an answer that has an id in a normalised cache.
 *
 * `identified` tells whether a type has an id in the schema. What is in a list and could have an id
 * must have it; an id belongs to one item of an answer, and what is under it is what was answered.
 */
export function census(answer, cache, identified) {
  const seen = new Map();
  const found = { items: 0, fields: 0, types: new Set(), anonymous: new Set(), problems: [] };
  visit(answer, "answer", false);
  return { ...found, ids: seen.size };

  function visit(value, path, listed) {
    if (Array.isArray(value)) {
      value.forEach((item, index) => visit(item, `${path}[${index}]`, true));
      return;
    }
    if (value === null || typeof value !== "object") return;
    if (value.id !== undefined) {
      if (repeated(value, path, listed)) return;
      compare(value, path, listed);
    } else if (listed && identified(value.__typename)) {
      found.problems.push(`${path}: a ${value.__typename} without id`);
    } else if (listed) {
      found.anonymous.add(value.__typename);
    }
    for (const [name, child] of Object.entries(value)) visit(child, `${path}.${name}`, false);
  }

  /** A service may be named on many cards; an item of lists is in one list, and may be named beside it. */
  function repeated(value, path, listed) {
    const key = keyOf(value);
    const first = seen.get(key);
    if (!first) {
      seen.set(key, { path, value, listed });
      return false;
    }
    const again = path.includes("].card."); // a mention has the facts of its card, too
    if (listed && first.listed && !again) found.problems.push(`${path}: the id of ${first.path}, ${key}`);
    first.listed ||= listed;
    return JSON.stringify(first.value) === JSON.stringify(value);
  }

  function compare(value, path, listed) {
    const record = cache[keyOf(value)];
    if (!record) {
      found.problems.push(`${path}: ${keyOf(value)} is not in the cache`);
      return;
    }
    found.items += listed ? 1 : 0;
    found.types.add(value.__typename);
    for (const [name, child] of Object.entries(value)) {
      found.fields += 1;
      const named = stored(record, name);
      const candidates = named.length ? named : Object.values(record); // an alias has another name there
      if (!candidates.some((kept) => same(child, kept))) {
        found.problems.push(`${path}.${name}: another value in the cache`);
      }
    }
  }
}

function keyOf(value) {
  return `${value.__typename}:${value.id}`;
}

/** What a record keeps of a field: one value for each set of arguments it was asked with. */
function stored(record, name) {
  return Object.entries(record)
    .filter(([key]) => key === name || key.startsWith(`${name}(`))
    .map(([, value]) => value);
}

function same(value, kept) {
  if (Array.isArray(value)) {
    return Array.isArray(kept) && value.length === kept.length && value.every((item, index) => same(item, kept[index]));
  }
  if (value === null || typeof value !== "object") return value === kept;
  if (kept === null || typeof kept !== "object") return false;
  if (value.id !== undefined) return kept.__ref === keyOf(value);
  return Object.entries(value).every(([name, child]) => stored(kept, name).some((one) => same(child, one)));
}
