import type { Metadata } from "next";
import { SearchDocument, type SearchQuery } from "@/generated/graphql";
import { ask } from "@/lib/bilan";

type Props = { searchParams: Promise<{ q?: string | string[]; apres?: string | string[] }> };
type Hit = SearchQuery["search"]["edges"][number]["node"];

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
      <p>{search.totalCount} résultat{search.totalCount > 1 && "s"}</p>
      <ol className="hits">
        {search.edges.map(({ node }) => (
          <li key={node.id}><h2><HitLink hit={node} /></h2>{node.excerpt && <p>{node.excerpt}</p>}</li>
        ))}
      </ol>
      {hasNextPage && <p><a href={`/recherche/?${next}`}>Résultats suivants</a></p>}
    </>
  );
}

function HitLink({ hit }: { hit: Hit }) {
  switch (hit.__typename) {
    case "ReportPassage":
      return <a href={hit.path}>{hit.title} ({hit.report.title})</a>;
    case "ServiceHit":
      return <a href={`/services/${hit.service.slug}/`}>{hit.title}</a>;
    case "IndicatorHit":
      return <a href={`/indicateurs/${hit.indicator.code}/`}>{hit.title}</a>;
    default:
      return hit.title;
  }
}
