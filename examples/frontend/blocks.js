// The types of blocks. `below` is the level of a title inside a block, `section` the title above it.
import { cells, download, el, fact, headings, link, list, nested, picture, rich, spaced, table } from "./elements.js";

const SHOWN = {
  HeadingBlock: ({ oldAnchors, level, id, anchor, number, title }) => [
    oldAnchors.map((old) => el("span", { id: old })),
    el(`h${level}`, { id: anchor || id }, number && `${number}. `, title || "Titre à compléter"),
  ],
  ParagraphBlock: ({ content }) => rich(content),
  CalloutBlock: ({ title, content }, { below }) => el("div", { class: "card" }, heading(below, title), rich(content)),
  DefinitionsBlock: ({ definitions }) =>
    el("dl", {}, definitions.map(({ name, content }) => [el("dt", {}, name), el("dd", {}, rich(content))])),
  CriteriaBlock: ({ criteria }) =>
    list("ol", "plain", criteria, ({ heading, title, content }) => [
      el("p", {}, el("strong", {}, [heading, title].filter(Boolean).join(" – "))),
      rich(content),
    ]),
  AccordionBlock: ({ title, items }, { below }) => [
    heading(below, title),
    items.map((item) =>
      el("details", { id: item.id }, el("summary", {}, heading(Math.min(below + 1, 6), item.title)), rich(item.content)),
    ),
  ],
  PanelBlock: ({ title }, { below }) => heading(below, title),
  LinksBlock: ({ links }) => list("ul", "", links, ({ text, url }) => link(url, text || url)),
  QuoteBlock: ({ content, attribution }) =>
    el("figure", {}, el("blockquote", {}, rich(content)), attribution && el("figcaption", {}, attribution)),
  KeyFiguresBlock: ({ figureGroups }, { below }) =>
    figureGroups.map(({ title, facts }) => [heading(below, title), list("ul", "figures", facts, fact)]),
  FactListBlock: ({ ordered, lines }) => nested(ordered ? "ol" : "ul", lines, fact),
  IndicatorTableBlock: (block, { section }) =>
    table(
      block.id,
      block.caption || section,
      headings(block),
      block.indicatorRows.map((row) => [
        [link(row.url, row.name || row.indicator?.name), rich(row.definition, "note")],
        ...cells(row),
      ]),
    ),
  FundingTableBlock: (block, { section }) =>
    table(
      block.id,
      block.caption || block.fundingRound?.name || section,
      headings(block),
      block.awards.map((award) => [[named(award), rich(award.note, "note")], ...cells(award)]),
    ),
  BudgetBlock: ({ id, titleHeading, amountHeading, budgetLines }, { section }) =>
    table(
      id,
      section,
      [titleHeading || "Poste", amountHeading || "Montant", "Effectif"],
      budgetLines.map(({ title, detail, amount, staff }) => [
        [title, detail && el("span", { class: "note" }, detail)],
        fact(amount),
        fact(staff),
      ]),
    ),
  DataTableBlock: (block, { section }) => data(block, block.caption || section),
  ChartBlock: (block, { below }) => [
    el(
      "figure",
      { class: "card" },
      heading(below, block.title),
      drawing(block),
      el(
        "figcaption",
        {},
        block.note && el("p", {}, block.note),
        rich(block.transcription),
        block.unit && el("p", { class: "note" }, `Unité : ${block.unit}`),
        block.source && el("p", { class: "note" }, `Source : ${block.source}`),
      ),
    ),
    block.rows.length > 0 &&
      el("details", {}, el("summary", {}, "Données du graphique"), data(block, block.title || "Données du graphique")),
  ],
  ImpactCardsBlock: ({ impactCards }, { below }) =>
    list("ul", "cards", impactCards, (card) => [
      intro(card, below),
      card.facts.length > 0 && label(card.factsHeading || "Son impact"),
      list("ul", "", card.facts, fact),
    ]),
  ComparisonCardsBlock: ({ comparisonCards }, { below }) =>
    list("ul", "cards", comparisonCards, (card) => [
      intro(card, below),
      card.periods.map(({ heading, facts }) => [label(heading), list("ul", "", facts, fact)]),
      fact(card.growth).length > 0 && [label("Évolution"), el("p", {}, fact(card.growth))],
    ]),
  ServiceLinesBlock: ({ serviceLines }) =>
    list("ul", "", serviceLines, (line) => [
      el("strong", {}, named(line)),
      line.mission && ` : ${line.mission}`,
      line.owners && ` (${line.owners})`,
    ]),
  IncubatorListBlock: ({ incubatorGroups }) =>
    incubatorGroups.map(({ lead, incubators }) => [
      lead && el("p", {}, lead),
      list("ul", "", incubators, ({ name, owner }) => [el("strong", {}, name), owner && ` – ${owner}`]),
    ]),
  PictureBlock: ({ picture: shown, alt, caption }) =>
    shown
      ? el("figure", {}, picture(shown, alt), spaced(caption, shown.credit).length > 0 && credits(caption, shown.credit))
      : (caption || alt) && el("p", {}, caption || alt),
  DownloadBlock: ({ document, title }) =>
    document ? download(document, title || document.title) : title && el("p", {}, `${title} (fichier indisponible)`),
};

/** The blocks of a report, each followed by what it lacks. A kind that is newer than this file is left out. */
export function blocks({ body, heroTitle, problems }) {
  const around = { below: 2, section: heroTitle };
  return body.map((block) => {
    const show = SHOWN[block.__typename];
    if (!show) console.warn(`Bloc d’un type inconnu : ${block.__typename}`);
    if (block.__typename === "HeadingBlock") Object.assign(around, { below: Math.min(block.level + 1, 6), section: block.title });
    const gaps = problems.filter((problem) => problem.block === block.id);
    return el("div", { id: block.id, class: "block" }, show?.(block, around), lacking(gaps));
  });
}

/** What a draft lacks. There is nothing of the kind in what is public. */
export function lacking(problems) {
  return list("ul", "gaps", problems, ({ message }) => `À compléter – ${message}`);
}

const heading = (level, title) => title && el(`h${level}`, {}, title);
const label = (text) => text && el("p", {}, el("strong", {}, text));
const named = ({ name, url, service }) => link(url, name || service?.name);
const credits = (...words) => el("figcaption", {}, words.filter(Boolean).join(" – "));
const intro = (card, below) => [
  el(`h${below}`, {}, named(card)),
  card.status && el("p", { class: "note" }, card.status),
  card.mission && [label(card.missionHeading || "Sa mission"), el("p", {}, card.mission)],
];

function data(block, caption) {
  const rows = block.rows.map((row) => [[link(row.url, row.name), rich(row.note, "note")], ...cells(row)]);
  return table(block.id, caption, headings(block), rows);
}

/** The server's drawing has no script and no style of its own, and is hidden from who hears the transcription. */
function drawing({ svg, picture: shown, alt }) {
  if (!svg) return shown ? picture(shown, alt || shown.alt) : alt && el("p", {}, alt);
  const box = el("div", { class: "drawing", role: "group", "aria-label": alt || "Dessin, décrit au-dessous" });
  box.innerHTML = svg;
  return box;
}
