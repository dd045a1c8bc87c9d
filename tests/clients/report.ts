/** A report as one page of text, from the types that graphql-codegen makes of report.graphql. */

import type { FactFragment, FigureFragment, ReportQuery } from "./generated/guide/generated/bilan";
import type { CellFragment, ChartKind, FigureState } from "./generated/guide/generated/bilan";

type Report = NonNullable<ReportQuery["report"]>;
type Block = Report["body"][number];

/** What each state is to a reader: a new one does not compile until somebody says it. */
const SAID: Record<FigureState, (figure: FigureFragment) => string> = {
  VALUE: ({ text }) => text,
  PROVISIONAL: ({ text }) => `${text} (provisoire)`,
  NOT_APPLICABLE: () => "sans objet",
  NOT_AVAILABLE: () => "non disponible",
  TEXT: ({ text }) => text,
  EMPTY: () => "",
};

const DRAWN: Record<ChartKind, string> = {
  BAR: "barres",
  COLUMN: "colonnes",
  LINE: "courbe",
  AREA: "aires",
  PICTURE: "image",
};

function fact({ before, figure, after }: FactFragment): string {
  return [before, SAID[figure.state](figure), after].join(" ").trim();
}

function row(name: string, cells: CellFragment[]): string {
  return [name, ...cells.map((cell) => cell.text)].join(" | ");
}

/** The numbers that the blocks of a report state, in euros. */
export function euros(report: Report): number {
  const facts = report.body.flatMap((block) =>
    block.__typename === "KeyFiguresBlock" ? block.figureGroups.flatMap((group) => group.facts) : [],
  );
  const amounts = facts.filter(({ figure }) => figure.unit === "EURO" && figure.qualifier !== "CHANGE");
  return amounts.reduce((sum, { figure }) => sum + Number(figure.value ?? 0), 0);
}

export function render(block: Block): string[] {
  switch (block.__typename) {
    case "HeadingBlock":
      return [`${"#".repeat(block.level)} ${block.number} ${block.title}`];
    case "ParagraphBlock":
      return [block.content.text];
    case "CalloutBlock":
      return [block.title, block.content.text];
    case "DefinitionsBlock":
      return block.definitions.map(({ name, content, term }) => `${term?.name ?? name} : ${content.text}`);
    case "CriteriaBlock":
      return block.criteria.map(({ heading, title, content }) => `${heading}, ${title} : ${content.text}`);
    case "AccordionBlock":
      return [block.title, ...block.items.map(({ title, content }) => `${title} : ${content.text}`)];
    case "PanelBlock":
      return [block.title];
    case "LinksBlock":
      return block.links.map(({ text, url }) => `${text} <${url}>`);
    case "QuoteBlock":
      return [block.content.text, block.attribution];
    case "KeyFiguresBlock":
      return block.figureGroups.flatMap(({ title, facts }) => [title, ...facts.map(fact)]);
    case "FactListBlock":
      return block.lines.map(({ level, lead, before, figure, after }) => [level, lead, before, figure.text, after].join(" "));
    case "IndicatorTableBlock":
      return block.indicatorRows.map(({ name, indicator, cells }) => row(indicator?.name ?? name, cells));
    case "FundingTableBlock":
      return block.awards.map(({ name, service, amount }) => `${name} (${service?.phase ?? "?"}) : ${amount.text}`);
    case "BudgetBlock":
      return block.budgetLines.map(({ title, amount, staff }) => `${title} : ${fact(amount)}, ${fact(staff)}`);
    case "DataTableBlock":
      return block.rows.map(({ name, cells }) => row(name, cells));
    case "ChartBlock":
      return [`${block.title} (${DRAWN[block.kind]})`, block.transcription.text, block.picture?.url ?? ""];
    case "ImpactCardsBlock":
      return block.impactCards.flatMap(({ name, mission, facts }) => [name, mission, ...facts.map(fact)]);
    case "ComparisonCardsBlock":
      return block.comparisonCards.flatMap(({ name, periods, growth }) => [
        name,
        ...periods.flatMap(({ heading, facts }) => [heading, ...facts.map(fact)]),
        fact(growth),
      ]);
    case "ServiceLinesBlock":
      return block.serviceLines.map(({ name, owners, service }) => `${name} (${owners}, ${service?.incubator?.name ?? "?"})`);
    case "IncubatorListBlock":
      return block.incubatorGroups.flatMap(({ lead, incubators }) => [lead, ...incubators.map(({ name }) => name)]);
    case "PictureBlock":
      return [block.alt, ...(block.picture?.renditions ?? []).map(({ url, width }) => `${url} ${width}w`)];
    case "DownloadBlock":
      return [`${block.title} (${block.document?.format ?? "?"})`];
    default:
      return forgotten(block);
  }
}

/** Does not compile while there is a block that no case above takes. */
function forgotten(block: never): never {
  throw new Error(`a new block: ${JSON.stringify(block)}`);
}

export function mistakes(report: Report, block: Block): unknown[] {
  return [
    // @ts-expect-error: a report that is not there has been excluded, a field that is not there is an error
    report.subtitle,
    // @ts-expect-error: only some blocks have a title
    block.title,
    // @ts-expect-error: a decimal is text, and may be absent
    report.body.map((one) => (one.__typename === "FundingTableBlock" ? one.awards[0].amount.value + 1 : 0)),
    // @ts-expect-error: no such state
    SAID.UNKNOWN,
  ];
}
