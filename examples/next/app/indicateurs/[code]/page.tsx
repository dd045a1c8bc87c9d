import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SeriesChart } from "@/components/series-chart";
import { Table } from "@/components/table";
import { IndicatorDocument } from "@/generated/graphql";
import { ask } from "@/lib/bilan";

type Props = { params: Promise<{ code: string }> };

export const generateStaticParams = () => [];

async function load({ params }: Props) {
  const code = decodeURIComponent((await params).code);
  const { indicator } = await ask(IndicatorDocument, { code }, [`indicator-${code}`, "indicators", "reports"]);
  return indicator ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { name, definition, code } = await load(props);
  return { title: name, description: definition || undefined, alternates: { canonical: `/indicateurs/${code}/` } };
}

export default async function IndicatorPage(props: Props) {
  const { id, name, definition, series, csv } = await load(props);
  const rows = series.map(({ id, period, figure, earlier, report, path, kind }) => ({
    id,
    name: period.label,
    cells: [
      kind === "TARGET" ? "Objectif" : "Résultat",
      figure.text,
      <a key="report" href={path}>{report.title}</a>,
      earlier.map(({ figure, report }) => `${figure.text} (${report.title})`).join(", "),
    ],
  }));
  return (
    <>
      <h1>{name}</h1>
      {definition && <p className="lead">{definition}</p>}
      <SeriesChart series={series} />
      <Table id={id} caption={name} headings={["Période", "Nature", "Valeur", "Énoncée par", "Autres valeurs énoncées"]} rows={rows} csv={csv} />
    </>
  );
}
