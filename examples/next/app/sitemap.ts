import type { MetadataRoute } from "next";
import { SitemapDocument, type SitemapQuery } from "@/generated/graphql";
import { ask } from "@/lib/bilan";
import { loadSite } from "@/lib/site";

/** Every page, indicator and service: a hundred of each at a time. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const { url: site } = await loadSite();
  const entries: MetadataRoute.Sitemap = [];
  let offset = 0;
  let indicators: string | null | undefined;
  let services: string | null | undefined;
  for (let more = true; more; offset += 100) {
    const answer: SitemapQuery = await ask(SitemapDocument, { offset, indicators, services }, ["pages", "indicators", "services"]);
    entries.push(
      ...answer.pages.map(({ urlPath, lastPublishedAt }) => ({ url: site + urlPath, lastModified: lastPublishedAt ?? undefined })),
      ...answer.indicators.edges.map(({ node }) => ({ url: `${site}/indicateurs/${node.code}/` })),
      ...answer.services.edges.map(({ node }) => ({ url: `${site}/services/${node.slug}/` })),
    );
    indicators = answer.indicators.pageInfo.endCursor ?? indicators; // an empty page has no cursor
    services = answer.services.pageInfo.endCursor ?? services;
    more = answer.pages.length === 100 || answer.indicators.pageInfo.hasNextPage || answer.services.pageInfo.hasNextPage;
  }
  return entries;
}
