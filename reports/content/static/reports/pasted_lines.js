/** What is pasted into facts: the lines of a list, the rows of a table, without their bullets. */
import { readClipboard } from "./clipboard.js";
import { joined } from "./suggestion.js";

const MAX_PASTED = { rows: 500, columns: 50 };
const TOO_MANY = `C’est trop pour être collé d’un coup\u00a0: ${MAX_PASTED.rows} lignes au plus. Rien n’a été collé.`;
const MAX_LINE_CHARACTERS = 2_000; // characters of a line
const TOO_LONG = "Une ligne de ce qui est copié a plus de 2\u202f000 signes. Rien n’a été collé.";
const BULLET = /^(?:[•●▪◦‣·∙*]|[-–—](?=\s)|o(?=\t)|\d{1,3}[.)](?=\s))\s*/;

const tidy = (text) => text.replace(/[\x00-\x20\x7f]+/g, " ").trim();

/** Takes the bullets off a list; where one line has none, what the others begin with is theirs. */
function withoutBullets(lines) {
  const isList = lines.length > 1 && lines.every((line) => BULLET.test(line));
  return isList ? lines.map((line) => line.replace(BULLET, "")) : lines;
}

/**
 * The lines that a clipboard holds, or why they are refused. Nothing where the browser knows best: one
 * line of text.
 * @returns {string[] | { refusal: string } | undefined}
 */
export function readLines(clipboard) {
  const content = readClipboard(clipboard, MAX_PASTED);
  if (!content) return undefined;
  if (content.tooLarge || content.rows > MAX_PASTED.rows) return { refusal: TOO_MANY };
  const plain = clipboard.getData("text/plain");
  const source = clipboard.getData("text/html");
  const isTable = content.block && (/<table[\s>]/i.test(source) || plain.includes("\t"));
  const rows = isTable
    ? content.block.map((row) => row.filter(Boolean).join(" "))
    : plain.split(/[\r\n]+/);
  const lines = withoutBullets(rows.map(tidy).filter(Boolean)).map(tidy);
  if (lines.length > MAX_PASTED.rows) return { refusal: TOO_MANY };
  if (lines.some(({ length }) => length > MAX_LINE_CHARACTERS)) return { refusal: TOO_LONG };
  return lines.length ? lines : undefined;
}

/** The lines that a text becomes where several come in, and the place where the last of them ends. */
export function spreadLines(lines, { selectionStart, selectionEnd, value }) {
  const all = [...lines];
  all[0] = joined([value.slice(0, selectionStart).trimEnd(), all[0]]);
  const end = all.at(-1).length;
  all[all.length - 1] = joined([all.at(-1), value.slice(selectionEnd).trimStart()]);
  return { all, end };
}
