/**
 * Which record is meant by a printed name, asked where nothing says so: « À confirmer », and one
 * button for each answer. Rows of tables ask it (row.js), and cards (reference.js).
 */
import { create } from "./figure.js";
import { isSameName } from "./names.js";

let minted = 0;

/** What is asked about, and why. */
function reason({ ref, chosenFor, records }, exact) {
  const record = records.get(ref) ?? ref;
  const fiche = isSameName(record ?? "", chosenFor ?? "") ? "sa fiche" : `la fiche « ${record} »`;
  if (ref) return `${fiche} a été choisie pour « ${chosenFor} ».`;
  if (exact.length > 1) return "plusieurs fiches portent ce nom.";
  return exact.length ? "une fiche porte ce nom." : "aucune fiche ne porte ce nom.";
}

function answer(text, name, call, ref) {
  const made = create("button", { type: "button", textContent: text });
  made.className = "button button-small button-secondary";
  made.ariaLabel = `${text}, pour « ${name} »`;
  Object.assign(made.dataset, { call, ...(ref !== undefined && { ref }) });
  return made;
}

/**
 * @param {{ name: string, ref?: string, chosenFor?: string, records: RecordNames }} subject the
 *   printed name, the record that was chosen for another one, and all records
 */
export function question(subject) {
  const { name, ref, records } = subject;
  const exact = records.findExact(name);
  const near = [...new Set([...exact, ...records.findSimilar(name)])].filter((key) => key !== ref);
  const many = new Set(near.map((key) => records.get(key))).size < near.length;
  const label = (key) => records.get(key) + (many ? ` (${key})` : "");
  const ariaLabel = `Fiche à confirmer : « ${name} »`;
  const id = `bilan-question-${(minted += 1)}`;
  const root = create(
    "div",
    { id, className: "bilan-question", role: "group", ariaLabel },
    create("strong", { className: "bilan-question__mark" }, "À confirmer"),
    create("span", {}, ` : ${reason(subject, exact)}`),
  );
  const buttons = [
    ref && answer(`Garder « ${records.get(ref) ?? ref} »`, name, "answer", ref),
    ...near.map((key) => answer(`Choisir « ${label(key)} »`, name, "answer", key)),
    answer(ref || near.length ? "Autre fiche…" : "Chercher ou créer…", name, "search"),
    answer("Sans fiche", name, "answer", ""),
  ];
  root.append(create("div", { className: "bilan-question__answers" }, ...buttons.filter(Boolean)));
  return root;
}
