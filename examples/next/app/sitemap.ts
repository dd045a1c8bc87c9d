import type { MetadataRoute } from "next";
import { SitemapDocument, type SitemapQuery } from "@/generated/graphql";
import { ask } from "@/lib/bilan";
import { loadSite } from "@/lib/site";

/** Every page, indicator and service: a hundred of each at a time. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const { url: site } = await loadSite();
  const entries: MetadataRoute.Sitemap = [];
  let pages: string | null | undefined;
  let indicators: string | null | undefined;
  let services: string | null | undefined;
  for (let more = true; more; ) {
    const answer: SitemapQuery = await ask(SitemapDocument, { pages, indicators, services }, ["pages", "indicators", "services"]);
    entries.push(
      ...answer.pages.nodes.map(({ urlPath, lastPublishedAt }) => ({ url: site + urlPath, lastModified: lastPublishedAt ?? undefined })),
      ...answer.indicators.nodes.map(({ code }) => ({ url: `${site}/indicateurs/${code}/` })),
      ...answer.services.nodes.map(({ slug }) => ({ url: `${site}/services/${slug}/` })),
    );
    pages = answer.pages.pageInfo.endCursor ?? pages; // an empty page has no cursor
    indicators = answer.indicators.pageInfo.endCursor ?? indicators;
    services = answer.services.pageInfo.endCursor ?? services;
    more = [answer.pages, answer.indicators, answer.services].some(({ pageInfo }) => pageInfo.hasNextPage);
  }
  return entries;
}
