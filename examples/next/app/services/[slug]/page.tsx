import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Fragment } from "react";
import { Fact, Facts, Link } from "@/components/text";
import { ServiceDocument, type ServiceQuery } from "@/generated/graphql";
import { ask } from "@/lib/bilan";

type ServiceCard = NonNullable<ServiceQuery["mentions"]["nodes"][number]["card"]>;
type Props = { params: Promise<{ slug: string }> };

export const generateStaticParams = () => [];

async function load({ params }: Props) {
  const slug = decodeURIComponent((await params).slug);
  const answer = await ask(ServiceDocument, { slug, first: 100 }, [`service-${slug}`, "services", "incubators", "reports"]);
  return answer.service ? { ...answer.service, mentions: answer.mentions.nodes } : notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { name, mission, slug } = await load(props);
  return { title: name, description: mission || undefined, alternates: { canonical: `/services/${slug}/` } };
}

export default async function ServicePage(props: Props) {
  const { name, mission, phaseLabel, url, statsUrl, budgetUrl, incubator, mentions } = await load(props);
  const links = [[url, "Site du service"], [statsUrl, "Statistiques"], [budgetUrl, "Budget"]] as const;
  return (
    <>
      <h1>{name}</h1>
      {mission && <p className="lead">{mission}</p>}
      <p>
        {phaseLabel && `Phase : ${phaseLabel}. `}
        {incubator && <>Incubateur : <a href={`/incubateurs/${incubator.slug}/`}>{incubator.name}</a>.</>}
      </p>
      <ul>{links.map(([url, words]) => url && <li key={words}><Link url={url}>{words}</Link></li>)}</ul>
      {mentions.length > 0 && <h2>Dans les bilans</h2>}
      {mentions.map(({ id, path, report, card, figures }) => (
        <section key={id} className="card">
          <h3><a href={path}>{report.title}</a></h3>
          {card ? <Card card={card} /> : <Facts facts={figures} />}
        </section>
      ))}
    </>
  );
}

/** What a report printed of a service. */
function Card({ card }: { card: ServiceCard }) {
  return (
    <>
      {card.mission && <p>{card.mission}</p>}
      {card.status && <p className="note">{card.status}</p>}
      {card.__typename === "ImpactCard" ? (
        <><p className="label">{card.factsHeading || "Son impact"}</p><Facts facts={card.facts} /></>
      ) : (
        <>
          {card.periods.map(({ id, heading, facts }) => (
            <Fragment key={id}><p className="label">{heading}</p><Facts facts={facts} /></Fragment>
          ))}
          <p><Fact fact={card.growth} /></p>
        </>
      )}
    </>
  );
}
