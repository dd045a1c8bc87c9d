import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Fact, Facts, Link } from "@/components/text";
import { ServiceDocument, type ServicePhase } from "@/generated/graphql";
import { ask } from "@/lib/bilan";

type Props = { params: Promise<{ slug: string }> };

export const generateStaticParams = () => [];

const PHASES: Record<ServicePhase, string> = {
  INVESTIGATION: "Investigation",
  CONSTRUCTION: "Construction",
  ACCELERATION: "Accélération",
  TRANSFER: "Transféré",
  SUCCESS: "Pérennisé",
  ALUMNI: "Partenariat terminé",
  ABANDONED: "Abandonné",
};

async function load({ params }: Props) {
  const slug = decodeURIComponent((await params).slug);
  const { service } = await ask(ServiceDocument, { slug }, [`service-${slug}`, "services", "incubators", "reports"]);
  return service ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { name, mission, slug } = await load(props);
  return { title: name, description: mission || undefined, alternates: { canonical: `/services/${slug}/` } };
}

export default async function ServicePage(props: Props) {
  const { name, mission, phase, url, statsUrl, budgetUrl, incubator, appearances } = await load(props);
  const links = [[url, "Site du service"], [statsUrl, "Statistiques"], [budgetUrl, "Budget"]] as const;
  return (
    <>
      <h1>{name}</h1>
      {mission && <p className="lead">{mission}</p>}
      <p>
        {phase && `Phase : ${PHASES[phase]}. `}
        {incubator && <>Incubateur : <a href={`/incubateurs/${incubator.slug}/`}>{incubator.name}</a>.</>}
      </p>
      <ul>{links.map(([url, words]) => url && <li key={words}><Link url={url}>{words}</Link></li>)}</ul>
      {appearances.length > 0 && <h2>Dans les bilans</h2>}
      {appearances.map((card) => (
        <section key={card.id} className="card">
          <h3><a href={card.path}>{card.report.title}</a></h3>
          {card.mission && <p>{card.mission}</p>}
          {card.status && <p className="note">{card.status}</p>}
          {card.periods.map(({ id, heading, facts }) => (
            <div key={id}>{heading && <p className="label">{heading}</p>}<Facts facts={facts} /></div>
          ))}
          {card.growth && <p><Fact fact={card.growth} /></p>}
        </section>
      ))}
    </>
  );
}
