import type { Metadata } from "next";
import { Fragment } from "react";
import { SearchDocument, type SearchQuery } from "@/generated/graphql";
import { ask } from "@/lib/bilan";

type Props = { searchParams: Promise<{ q?: string | string[]; apres?: string | string[] }> };
type Hit = SearchQuery["search"]["nodes"][number];

export const metadata: Metadata = { title: "Recherche", robots: { index: false } };

const one = (value: string | string[] | undefined) => [value].flat()[0];

export default async function SearchPage({ searchParams }: Props) {
  const { q, apres } = await searchParams;
  const query = one(q)?.trim().slice(0, 200) ?? "";
  if (!query) return <><h1>Recherche</h1><p>Écrivez quelques mots dans le champ en haut de la page.</p></>;
  const { search } = await ask(SearchDocument, { query, after: one(apres) }, ["reports", "services", "indicators", "terms"]);
  const { hasNextPage, endCursor } = search.pageInfo;
  const next = new URLSearchParams({ q: query, apres: endCursor ?? "" });
  return (
    <>
      <h1>« {query} »</h1>
      <p>
        {search.totalCount} résultat{search.totalCount > 1 && "s"}
        {search.correctedQuery && ` pour « ${search.correctedQuery} »`}
      </p>
      <ol className="hits">
        {search.nodes.map((node) => (
          <li key={node.id}><h2><HitLink hit={node} /></h2>{node.excerpt && <p><Marked text={node.excerpt} ranges={node.excerptMatches} /></p>}</li>
        ))}
      </ol>
      {hasNextPage && <p><a href={`/recherche/?${next}`}>Résultats suivants</a></p>}
    </>
  );
}

function HitLink({ hit }: { hit: Hit }) {
  const title = <Marked text={hit.title} ranges={hit.titleMatches} />;
  switch (hit.__typename) {
    case "ReportPassage":
      return <a href={hit.path}>{title} ({hit.report.title})</a>;
    case "ServiceHit":
      return <a href={`/services/${hit.service.slug}/`}>{title}</a>;
    case "IndicatorHit":
      return <a href={`/indicateurs/${hit.indicator.code}/`}>{title}</a>;
    default:
      return title;
  }
}

/** A text with the words that were searched for. */
function Marked({ text, ranges }: { text: string; ranges: { start: number; end: number }[] }) {
  const ends = [0, ...ranges.map(({ end }) => end)];
  return (
    <>
      {ranges.map(({ start, end }, place) => (
        <Fragment key={start}>{text.slice(ends[place], start)}<mark>{text.slice(start, end)}</mark></Fragment>
      ))}
      {text.slice(ends.at(-1))}
    </>
  );
}
