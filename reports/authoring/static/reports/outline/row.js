/** One line of the outline: a section with its number, what it lacks and what others say of it. */
import { create } from "../figure.js";
import { icon } from "../folding/folded.js";
import { contentsOf } from "./contents.js";

const quantity = (value, noun) => `${value} ${noun}${value > 1 ? "s" : ""}`;

/** What is in some blocks. */
export function measure(children, signs) {
  const contents = children.map(contentsOf);
  const sum = (name) => contents.reduce((total, one) => total + one[name], 0);
  const blocks = children.filter(({ type }) => type !== "heading").length;
  return { blocks, places: sum("places"), empty: sum("empty"), ...signs.of(children) };
}

/** The same, in words. */
function describe({ blocks, places, empty, errors, warnings, comments }) {
  return [
    blocks ? quantity(blocks, "bloc") : "aucun bloc",
    empty && `${quantity(empty, "case")} vide${empty > 1 ? "s" : ""} sur ${places}`,
    errors && quantity(errors, "erreur"),
    warnings && quantity(warnings, "avertissement"),
    comments && quantity(comments, "commentaire"),
  ]
    .filter(Boolean)
    .join(", ");
}

const badge = (kind, content) => create("span", { className: `bilan-outline__badge ${kind}` }, content);

function badges({ errors, warnings, comments }) {
  const made = [];
  if (errors) made.push(badge("bilan-outline__badge--error", String(errors)));
  if (warnings) made.push(badge("bilan-outline__badge--warning", String(warnings)));
  if (comments) {
    const speech = badge("bilan-outline__badge--comment", String(comments));
    speech.insertAdjacentHTML("afterbegin", icon("comment"));
    made.push(speech);
  }
  return made;
}

/** How much of a section is filled, where something in it is not. */
function bar({ places, empty }) {
  if (!empty) return null;
  const filled = create("span", { className: "bilan-outline__filled" });
  filled.style.inlineSize = `${Math.round((100 * (places - empty)) / places)}%`;
  return create("span", { className: "bilan-outline__bar" }, filled);
}

/**
 * @param child the block that the line leads to
 * @param {{ number?: string, title: string, depth: number, measured: object }} shown
 */
export function makeRow(child, { number = "", title, depth, measured }) {
  const link = create("a", { href: `#block-${child.id}-section`, tabIndex: -1, draggable: false });
  link.className = "bilan-outline__link";
  if (number) link.append(create("span", { className: "bilan-outline__number" }, number), " ");
  link.append(create("span", { className: "bilan-outline__title" }, title));
  if (measured) show(link, title, measured);
  const row = create("li", { className: "bilan-outline__row" }, link);
  row.dataset.bilanBlock = child.id;
  row.style.setProperty("--depth", depth);
  return row;
}

/** Signs for the eye, and the same in words. */
function show(link, title, measured) {
  const words = describe(measured);
  const signs = [...badges(measured), bar(measured)].filter(Boolean);
  for (const sign of signs) sign.ariaHidden = "true";
  link.append(create("span", { className: "w-sr-only" }, ` (${words})`), ...signs);
  link.title = `${title} : ${words}`;
}
