import type { MetadataRoute } from "next";
import { SitemapDocument, type SitemapQuery } from "@/generated/graphql";
import { ask } from "@/lib/bilan";
import { loadSite } from "@/lib/site";

const TAGS = ["pages", "indicators", "services", "incubators"];

/** Every page, indicator, service and incubator: a hundred of each at a time. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const { url: site } = await loadSite();
  const entries: MetadataRoute.Sitemap = [];
  let pages: string | null | undefined;
  let indicators: string | null | undefined;
  let services: string | null | undefined;
  let incubators: string | null | undefined;
  for (let more = true; more; ) {
    const answer: SitemapQuery = await ask(SitemapDocument, { pages, indicators, services, incubators }, TAGS);
    entries.push(
      ...answer.pages.nodes.map(({ urlPath, lastPublishedAt }) => ({ url: site + urlPath, lastModified: lastPublishedAt ?? undefined })),
      ...answer.indicators.nodes.map(({ code }) => ({ url: `${site}/indicateurs/${code}/` })),
      ...answer.services.nodes.map(({ slug }) => ({ url: `${site}/services/${slug}/` })),
      ...answer.incubators.nodes.map(({ slug }) => ({ url: `${site}/incubateurs/${slug}/` })),
    );
    pages = answer.pages.pageInfo.endCursor ?? pages; // an empty page has no cursor
    indicators = answer.indicators.pageInfo.endCursor ?? indicators;
    services = answer.services.pageInfo.endCursor ?? services;
    incubators = answer.incubators.pageInfo.endCursor ?? incubators;
    more = [answer.pages, answer.indicators, answer.services, answer.incubators].some(({ pageInfo }) => pageInfo.hasNextPage);
  }
  return entries;
}
