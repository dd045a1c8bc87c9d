import type { Metadata } from "next";
import { notFound, permanentRedirect, redirect } from "next/navigation";
import { cache } from "react";
import { Blocks } from "@/components/blocks";
import { Report } from "@/components/report";
import { ReportList } from "@/components/report-list";
import { RichText } from "@/components/text";
import { Withdrawn } from "@/components/withdrawn";
import { PageDocument, RedirectDocument, ReportDocument, VersionsDocument } from "@/generated/graphql";
import { ask } from "@/lib/bilan";

type Props = { params: Promise<{ path?: string[] }> };

/** No page is made before somebody asks for it; from then on it is kept. */
export const generateStaticParams = () => [];

const loadPage = cache(async (urlPath: string) => (await ask(PageDocument, { urlPath }, ["pages"])).page);

/** The report that an address of a version belongs to, and its number: `/bilan/2024/v/1/`. */
async function loadVersion(path: string) {
  const [, below, number] = /^(\/.+\/)v\/([1-9][0-9]{0,5})\/$/.exec(path) ?? [];
  const page = below ? await loadPage(below) : null;
  return page?.__typename === "AnnualReportPage" ? { page, year: page.report.year, version: Number(number) } : null;
}

/** A version of a report: whole, or when and why it was withdrawn. */
async function showVersion({ year, version }: { year: number; version: number }) {
  const tags = [`report-${year}`, "services", "incubators", "indicators"];
  const { report } = await ask(ReportDocument, { year, version }, tags);
  if (report) return <Report report={report} isOld />;
  const { report: today } = await ask(VersionsDocument, { year }, tags);
  const withdrawn = today?.versions.find(({ number }) => number === version);
  return today && withdrawn?.withdrawn ? <Withdrawn version={withdrawn} report={today} /> : notFound();
}

/** Lead to where an old address has gone; else there is no such page. */
async function follow(path: string): Promise<never> {
  const { redirect: found } = await ask(RedirectDocument, { path }, ["pages"]);
  if (found?.newUrl) (found.isPermanent ? permanentRedirect : redirect)(found.newUrl);
  notFound();
}

async function readPath({ params }: Props): Promise<string> {
  const { path = [] } = await params;
  return `/${path.map((part) => `${decodeURIComponent(part)}/`).join("")}`;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const path = await readPath(props);
  const version = await loadVersion(path);
  if (version) {
    const { title, urlPath } = version.page;
    return { title: `${title}, version ${version.version}`, robots: { index: false }, alternates: { canonical: urlPath } };
  }
  const page = await loadPage(path);
  if (!page) return {};
  const title = page.seoTitle || page.title;
  return {
    title: page.__typename === "HomePage" ? { absolute: title } : title,
    description: page.seoDescription || undefined,
    alternates: { canonical: page.urlPath },
  };
}

export default async function Page(props: Props) {
  const path = await readPath(props);
  const version = await loadVersion(path);
  if (version) return showVersion(version);
  const page = (await loadPage(path)) ?? (await follow(path));
  switch (page.__typename) {
    case "AnnualReportPage": {
      const { year } = page.report;
      const { report } = await ask(ReportDocument, { year }, [`report-${year}`, "services", "incubators", "indicators"]);
      return report ? <Report report={report} /> : notFound();
    }
    case "ContentPage":
      return <><h1>{page.title}</h1><Blocks body={page.body} title={page.title} /></>;
    default:
      return <><h1>{page.title}</h1><RichText text={page.introduction} className="lead" /><ReportList /></>;
  }
}
