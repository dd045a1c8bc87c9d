// What blocks are made of: an element, rich text, a figure with its words, a table, a picture.
import { ENDPOINT } from "./asking.js";

/** An element with attributes (null is none) and children (what is empty is none). */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(key, value);
  element.append(...children.flat(Infinity).filter(Boolean));
  return element;
}

let site = { url: "", printedBase: null };

/** What the site says of itself: two kinds of addresses are relative to it. */
export function setSite(known) {
  site = known;
}

/** Only here, and for pictures and documents, an address is a path on Bilan's server. */
const onServer = (url) => new URL(url, ENDPOINT).href;

/** Where a link of each kind leads from here; null is nowhere, and leaves its words. */
const ADDRESSES = {
  page: (path) => path.replace(/^\/bilan\/(\d{4})\/$/, "?annee=$1").replace(/^\//, `${site.url}/`),
  document: onServer,
  anchor: (anchor) => anchor,
  printed: (path) => site.printedBase && new URL(path, site.printedBase).href,
  external: (address) => address,
};

/** A link as printed, or its words alone. */
export function link(url, ...children) {
  const kind = url.startsWith("#") ? "anchor" : /^(https?|mailto|tel):/i.test(url) ? "external" : "printed";
  const href = url && ADDRESSES[kind](url);
  return href ? el("a", { href }, children) : children;
}

/** HTML that the server has sanitised, whose links say their kind. Everything else on this page is text. */
export function rich({ html }, kind = "prose") {
  if (!html) return null;
  const box = el("div", { class: kind });
  box.innerHTML = html;
  for (const a of box.querySelectorAll("a")) {
    const href = ADDRESSES[a.dataset.kind]?.(a.getAttribute("href"));
    if (href) a.setAttribute("href", href);
    else a.replaceWith(...a.childNodes);
  }
  return box;
}

/** The space before words in a fact: none before a comma or a full stop, one without a break before a colon. */
const space = (words) => (/^[,.)…/]/.test(words) ? "" : /^[:»]/.test(words) ? "\u00a0" : /^[;!?]/.test(words) ? "\u202f" : " ");

/** Parts with the spaces between them that the schema gives for `Fact`. */
export function spaced(...parts) {
  const said = parts.flat().filter(Boolean);
  return said.flatMap((part, place) => (place ? [space(part.textContent ?? part), part] : [part]));
}

/** A fact: the words before its figure, the figure as it is to be printed, the words after. */
export function fact({ lead, before, figure, after, url }) {
  const strong = (text) => text && el("strong", {}, text);
  return spaced(strong(lead), before, strong(figure.text), url ? link(url, after || url) : after);
}

export function list(name, kind, items, show) {
  return items.length ? el(name, { class: kind }, items.map((item) => el("li", {}, show(item)))) : null;
}

/** Items that know their `level` as lists in lists. */
export function nested(name, items, show) {
  const top = el(name);
  const open = [{ level: 0, list: top }];
  for (const item of items) {
    while (open.length > 1 && open.at(-1).level >= item.level) open.pop();
    const above = open.at(-1);
    if (!above.list) above.item.append((above.list = el("ul")));
    const entry = el("li", {}, show(item));
    above.list.append(entry);
    open.push({ level: item.level, item: entry });
  }
  return top;
}

/** A table that scrolls by itself where it is too wide. Each row is what names it, then its cells. */
export function table(id, caption, headings, rows) {
  const unnamed = (word) => el("span", { class: "unseen" }, word);
  return el(
    "div",
    { class: "table", role: "group", tabindex: "0", "aria-labelledby": `legende-${id}` },
    el(
      "table",
      {},
      el("caption", { id: `legende-${id}` }, el("span", {}, caption)),
      el("thead", {}, el("tr", {}, headings.map((text) => el("th", { scope: "col" }, text || unnamed("Intitulé"))))),
      el("tbody", {}, rows.map(([name, ...cells]) => el("tr", {}, el("th", { scope: "row" }, name), cells.map(filled)))),
    ),
  );

  function filled(cell) {
    return el("td", {}, [cell].flat().some(Boolean) ? cell : unnamed("Vide"));
  }
}

/** The columns of a table and the cells of a row, as the graph has them. */
export const headings = (block) => block.columns.map((column) => column.heading);
export const cells = (row) => row.cells.map((cell) => link(cell.url, cell.text));

export function picture({ url, width, height, renditions }, alt) {
  const srcset = renditions.map((one) => `${onServer(one.url)} ${one.width}w`).join(", ");
  const sizes = "(min-width: 52rem) 48rem, 100vw";
  return el("img", { src: onServer(url), srcset: srcset || null, sizes, width, height, alt, loading: "lazy" });
}

export function download({ url, format, size, pages, language }, words) {
  const unit = size < 1e6 ? "kilobyte" : "megabyte";
  const measure = new Intl.NumberFormat("fr", { style: "unit", unit, maximumFractionDigits: size < 1e6 ? 0 : 1 });
  const details = [format, measure.format(size / (size < 1e6 ? 1e3 : 1e6))];
  if (pages) details.push(pages > 1 ? `${pages} pages` : "1 page");
  if (language) details.push(new Intl.DisplayNames("fr", { type: "language" }).of(language.split("-")[0]));
  return el("p", {}, el("a", { href: onServer(url), hreflang: language || null }, `${words} (${details.join(", ")})`));
}
