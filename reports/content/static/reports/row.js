/**
 * What belongs to the head of a table's row: the record that it refers to, its printed link, and
 * the note that is printed after it.
 */
import { create } from "./figure.js";
import { headOf, isConfirmed } from "./matching.js";
import { RecordNames, records } from "./names.js";
import { question } from "./question.js";
import { readSite, RecordField } from "./record.js";

/** What a row may refer to. */
const KINDS = { indicator: "Indicateur", service: "Service" };

/** What is said of a row that is among what sums up the report. */
const LEADING = "Dans l’essentiel";

/** What a note keeps of its HTML while it is edited. */
const INLINE = ["a", "abbr", "b", "br", "code", "em", "i", "span", "strong", "sub", "sup"];
const ATTRIBUTES = ["dir", "href", "hreflang", "id", "lang", "linktype", "title"];
const ADDRESS = /^(https?:|mailto:|tel:|[/#])/;

/** A stored note as nodes that can do no harm in the admin, whoever wrote it. */
function harmless(html) {
  const copy = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return [node.data];
    const children = [...node.childNodes].flatMap(copy);
    if (!INLINE.includes(node.localName)) return children;
    const clean = create(node.localName, {}, ...children);
    for (const { name, value } of node.attributes) {
      if (!ATTRIBUTES.includes(name) || (name === "href" && !ADDRESS.test(value))) continue;
      clean.setAttribute(name, value);
    }
    return [clean];
  };
  return copy(new DOMParser().parseFromString(html, "text/html").body);
}

const words = (html) => create("p", {}, ...harmless(html)).textContent.trim();

/** The inputs of a row's details; `data-key` says which key of the row each one writes. */
export function details(row, kind) {
  const text = (key) =>
    create("input", { type: "text", value: row[key] ?? "", "data-key": key });
  const note = create("div", { role: "textbox", ariaLabel: "Note", "data-key": "note" });
  note.setAttribute("contenteditable", "plaintext-only"); // its links stay, only words come in
  note.append(...harmless(row.note ?? ""));
  const fields = [
    create("div", { className: "bilan-table__link" }, ...address(text("url"))),
    create("div", {}, "Note, imprimée après l’intitulé", note),
  ];
  if (kind === "indicator") fields.push(tick(row));
  if (kind) fields.unshift(reference(row.ref ?? "", kind));
  return create("div", { className: "bilan-table__details" }, ...fields);
}

/** The address of a row's head, and the button that opens the picker of links. */
function address(input) {
  input.dataset.bilanAddress = "";
  input.setAttribute("aria-keyshortcuts", "Control+K");
  const title = "Choisir où mène le lien (Ctrl + K)";
  const button = create("button", { type: "button", title, className: "bilan-address", tabIndex: -1 }, "Chercher");
  button.dataset.bilanLink = "";
  button.classList.add("button", "button-small", "button-secondary");
  return [create("label", {}, "Lien de l’intitulé", input), button];
}

/** Whether a row is among what sums up the report. */
function tick(row) {
  const box = create("input", { type: "checkbox", checked: Boolean(row.leading) });
  box.dataset.key = "leading";
  return create("label", { className: "bilan-table__tick" }, box, ` ${LEADING}`);
}

/** The record that a row refers to, by its key. */
function reference(key, kind) {
  const hidden = create("input", { type: "hidden", "data-key": "ref" });
  const root = create("div", { className: "bilan-record" }, hidden);
  let known = new RecordNames();
  const field = new RecordField(root, {
    stored: (record) => record.key,
    changed: (record) => void (record && known.set(record.key, record.name)),
    given: () => ({ url: readSite(root.parentElement?.querySelector("[data-key=url]")) }),
  });
  root.prepend(create("label", { htmlFor: field.input.id }, KINDS[kind]));
  if (key) field.show({ key, name: key });
  records(kind).then((names) => {
    known = names;
    if (field.record?.key === key && names.has(key)) field.show({ key, name: names.get(key) });
  });
  return root;
}

/** What an input of the details says, as it is stored. */
export function stored(input) {
  if (input.type === "checkbox") return input.checked;
  if (input.dataset.key !== "note") return input.value.trim();
  return words(input.innerHTML) && input.innerHTML.trim();
}

/** What is said of a row below its head, line by line; what is asked, if something is. */
export function about(row, kind, names, isMatched) {
  const { note, url, leading } = row;
  const line = (text) => create("span", { textContent: text });
  const lines = [note && line(`Note : ${words(note)}`), url && line(`Lien : ${url}`)];
  if (leading) lines.push(line(LEADING));
  if (kind) lines.unshift(record(row, kind, names, isMatched));
  return lines.filter(Boolean);
}

/** The record of a row, or the question which one it is. */
function record(row, kind, names, isMatched) {
  const { ref, ref_name: chosenFor } = row;
  if (!isConfirmed(row)) return question({ name: headOf(row), ref, chosenFor, records: names });
  const label = create("span", {}, `${KINDS[kind]} : ${names.get(ref) ?? (ref || "aucun")}`);
  const mark = create("em", { className: "bilan-question__found" }, "fiche trouvée d’après le nom");
  if (isMatched) label.append(" · ", mark);
  return label;
}
