import type { Metadata } from "next";
import { notFound, permanentRedirect, redirect } from "next/navigation";
import { cache } from "react";
import { Blocks } from "@/components/blocks";
import { Report } from "@/components/report";
import { ReportList } from "@/components/report-list";
import { RichText } from "@/components/text";
import { PageDocument, RedirectDocument, ReportDocument } from "@/generated/graphql";
import { ask } from "@/lib/bilan";

type Props = { params: Promise<{ path?: string[] }> };

/** No page is made before somebody asks for it; from then on it is kept. */
export const generateStaticParams = () => [];

const loadPage = cache(async (urlPath: string) => (await ask(PageDocument, { urlPath }, ["pages"])).page);

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
  const page = await loadPage(await readPath(props));
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
