import { Fragment, type ReactNode } from "react";
import type { PageQuery, ReportQuery } from "@/generated/graphql";
import { Download, Picture } from "./media";
import { cells, DataTable, headings, Table } from "./table";
import { Fact, Facts, Heading, Link, Nested, RichText, ServiceLink } from "./text";

type Page = Extract<NonNullable<PageQuery["page"]>, { __typename: "ContentPage" }>;
type Block = NonNullable<ReportQuery["report"]>["body"][number] | Page["body"][number];
type Problem = { id: string; block?: string | null; message: string };
type Card = Extract<Block, { __typename: "ImpactCardsBlock" }>["impactCards"][number];

/** The blocks of a body in order, each followed by what a draft still lacks. */
export function Blocks({ body, title, problems = [] }: { body: Block[]; title: string; problems?: Problem[] }) {
  let below = 2; // the level of a title inside a block
  let section = title; // the title above a block
  return body.map((block) => {
    if (block.__typename === "HeadingBlock") [below, section] = [block.level + 1, block.title];
    return (
      <div key={block.id} id={block.id} className="block">
        {show(block, below, section)}
        <Problems problems={problems.filter((problem) => problem.block === block.id)} />
      </div>
    );
  });
}

export function Problems({ problems }: { problems: Problem[] }) {
  if (problems.length === 0) return null;
  return <ul className="problems">{problems.map(({ id, message }) => <li key={id}>À compléter – {message}</li>)}</ul>;
}

function show(block: Block, below: number, section: string): ReactNode {
  switch (block.__typename) {
    case "HeadingBlock":
      return (
        <>
          {block.oldAnchors.map((old) => <span key={old} id={old} />)}
          <Heading level={block.level} id={block.anchor || undefined}>
            {block.number && `${block.number}. `}{block.title || "Titre à compléter"}
          </Heading>
        </>
      );
    case "ParagraphBlock":
      return <RichText text={block.content} />;
    case "CalloutBlock":
      return <aside className="card"><Heading level={below}>{block.title}</Heading><RichText text={block.content} /></aside>;
    case "QuoteBlock":
      return (
        <figure className="quote">
          <blockquote><RichText text={block.content} /></blockquote>
          {block.attribution && <figcaption>{block.attribution}</figcaption>}
        </figure>
      );
    case "LinksBlock":
      return <ul>{block.links.map(({ id, text, url }) => <li key={id}><Link url={url}>{text || url}</Link></li>)}</ul>;
    case "DefinitionsBlock":
      return (
        <dl>
          {block.definitions.map(({ id, name, content }) => (
            <Fragment key={id}><dt>{name}</dt><dd><RichText text={content} /></dd></Fragment>
          ))}
        </dl>
      );
    case "CriteriaBlock":
      return (
        <ol className="criteria">
          {block.criteria.map(({ id, heading, title, content }) => (
            <li key={id}><strong>{[heading, title].filter(Boolean).join(" – ")}</strong><RichText text={content} /></li>
          ))}
        </ol>
      );
    case "PanelBlock":
      return <Heading level={below}>{block.title}</Heading>;
    case "AccordionBlock":
      return (
        <>
          <Heading level={below}>{block.title}</Heading>
          {block.items.map(({ id, title, content }) => (
            <details key={id} id={id}><summary><Heading level={below + 1}>{title}</Heading></summary><RichText text={content} /></details>
          ))}
        </>
      );
    case "KeyFiguresBlock":
      return block.figureGroups.map(({ id, title, facts }) => (
        <Fragment key={id}><Heading level={below}>{title}</Heading><Facts facts={facts} className="figures" /></Fragment>
      ));
    case "FactListBlock":
      return <Nested items={block.lines} ordered={block.ordered} show={(line) => <Fact fact={line} />} />;
    case "IndicatorTableBlock": {
      const rows = block.indicatorRows.map(({ id, name, definition, indicator, cells: values }) => ({
        id,
        name: (
          <>
            {indicator ? <a href={`/indicateurs/${indicator.code}/`}>{name || indicator.name}</a> : name}
            <RichText text={definition} className="note" />
          </>
        ),
        cells: cells(values),
      }));
      return <Table id={block.id} caption={block.caption || section} headings={headings(block.columns)} rows={rows} csv={block.csv} />;
    }
    case "FundingTableBlock": {
      const rows = block.awards.map((award) => ({
        id: award.id,
        name: <><ServiceLink of={award} /><RichText text={award.note} className="note" /></>,
        cells: cells(award.cells),
      }));
      const caption = block.caption || block.fundingRound?.name || section;
      return <Table id={block.id} caption={caption} headings={headings(block.columns)} rows={rows} csv={block.csv} />;
    }
    case "BudgetBlock": {
      const rows = block.budgetLines.map(({ id, title, detail, amount, staff }) => ({
        id,
        name: <>{title}{detail && <span className="note">{detail}</span>}</>,
        cells: [<Fact key="amount" fact={amount} />, <Fact key="staff" fact={staff} />],
      }));
      const columns = [block.titleHeading || "Poste", block.amountHeading || "Montant", "Effectif"];
      return <Table id={block.id} caption={section} headings={columns} rows={rows} />;
    }
    case "DataTableBlock":
      return <DataTable block={block} caption={block.caption || section} />;
    case "ChartBlock":
      return (
        <figure className="card">
          <Heading level={below}>{block.title}</Heading>
          {/* The drawing has neither style nor script, and is hidden from who hears the transcription. */}
          {block.svg ? (
            <div className="drawing" dangerouslySetInnerHTML={{ __html: block.svg }} />
          ) : (
            block.picture && <Picture picture={block.picture} alt={block.alt} />
          )}
          <figcaption>
            {block.note && <p>{block.note}</p>}
            <RichText text={block.transcription} />
            {block.unit && <p className="note">Unité : {block.unit}</p>}
            {block.source && <p className="note">Source : {block.source}</p>}
          </figcaption>
          {block.rows.length > 0 && (
            <details><summary>Données du graphique</summary><DataTable block={block} caption={block.title || section} /></details>
          )}
        </figure>
      );
    case "ImpactCardsBlock":
      return (
        <ul className="cards">
          {block.impactCards.map((card) => (
            <li key={card.id} className="card">
              <CardHead card={card} level={below} />
              {card.facts.length > 0 && <p className="label">{card.factsHeading || "Son impact"}</p>}
              <Facts facts={card.facts} />
            </li>
          ))}
        </ul>
      );
    case "ComparisonCardsBlock":
      return (
        <ul className="cards">
          {block.comparisonCards.map((card) => (
            <li key={card.id} className="card">
              <CardHead card={card} level={below} />
              {card.periods.map(({ id, heading, facts }) => (
                <Fragment key={id}><p className="label">{heading}</p><Facts facts={facts} /></Fragment>
              ))}
              <p><Fact fact={card.growth} /></p>
            </li>
          ))}
        </ul>
      );
    case "ServiceLinesBlock":
      return (
        <ul>
          {block.serviceLines.map((line) => (
            <li key={line.id}>
              <strong><ServiceLink of={line} /></strong>
              {line.mission && ` : ${line.mission}`}{line.owners && ` (${line.owners})`}
            </li>
          ))}
        </ul>
      );
    case "IncubatorListBlock":
      return block.incubatorGroups.map(({ id, lead, incubators }) => (
        <Fragment key={id}>
          {lead && <p>{lead}</p>}
          <ul>
            {incubators.map(({ id, name, owner, incubator }) => (
              <li key={id}>
                {incubator ? <a href={`/incubateurs/${incubator.slug}/`}>{name}</a> : name}{owner && ` – ${owner}`}
              </li>
            ))}
          </ul>
        </Fragment>
      ));
    case "PictureBlock": {
      const credits = [block.caption, block.picture?.credit].filter(Boolean).join(" – ");
      return block.picture ? (
        <figure><Picture picture={block.picture} alt={block.alt} />{credits && <figcaption>{credits}</figcaption>}</figure>
      ) : (
        <p>{block.caption || block.alt}</p>
      );
    }
    case "DownloadBlock":
      return block.document ? (
        <Download document={block.document}>{block.title || block.document.title}</Download>
      ) : (
        <p>{block.title} (fichier indisponible)</p>
      );
    default:
      return newer(block); // a kind of block that Bilan has learnt since is left out
  }
}

/** Does not compile while a kind of block has no case above. */
function newer(_: never): null {
  return null;
}

function CardHead({ card, level }: { card: Pick<Card, "name" | "url" | "service" | "status" | "mission" | "missionHeading">; level: number }) {
  return (
    <>
      <Heading level={level}><ServiceLink of={card} /></Heading>
      {card.status && <p className="note">{card.status}</p>}
      {card.mission && <><p className="label">{card.missionHeading || "Sa mission"}</p><p>{card.mission}</p></>}
    </>
  );
}
