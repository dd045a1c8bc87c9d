/**
 * What last year's report said in the place of a fact that was emptied when this one began. The panel
 * of what is left carries it; nothing of it is in the form until an editor takes it over.
 */

const BESIDE_WORDS = ["figure", "url", "line"];
const CLOSING = [",", ".", ")", "…", "/"]; // what no space comes before, as fact_lines.py has it

/** @typedef {{
 *   lead: string, before: string, figure: string, after: string, url: string, line: string,
 * }} Suggestion Its words, of whatever name, speak of this year; `line` is the whole as it stood last year. */

/** @type {{ year?: number, facts?: Object<string, Suggestion> }} */
let known;

function all() {
  const source = document.getElementById("bilan-suggestions");
  known ??= source ? JSON.parse(source.textContent) : {};
  return known;
}

/** @returns {Suggestion | undefined} What is suggested for the fact with this key. */
export const suggestion = (key) => all().facts?.[key];

/** « 2024 : 12 345 », in the place of a figure. */
export const lastYear = (said) => `${all().year} : ${said}`;

export const suggestionYear = () => all().year;

/** The names of the words that a fact of its kind may have. */
const wordsOf = (said) => Object.keys(said).filter((name) => !BESIDE_WORDS.includes(name));

export const hasWords = (said) => wordsOf(said).some((name) => said[name]);

/** The text of a fact's parts, spaced as on the server. */
export function joined(parts) {
  return parts.filter(Boolean).reduce((text, part) => {
    return text && !CLOSING.some((sign) => part.startsWith(sign)) ? `${text} ${part}` : text + part;
  }, "");
}
