import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { IncubatorDocument } from "@/generated/graphql";
import { ask } from "@/lib/bilan";

type Props = { params: Promise<{ slug: string }> };

export const generateStaticParams = () => [];

async function load({ params }: Props) {
  const slug = decodeURIComponent((await params).slug);
  const answer = await ask(IncubatorDocument, { slug, first: 100 }, [`incubator-${slug}`, "services"]);
  return answer.incubator ? { ...answer.incubator, services: answer.services.nodes } : notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { name, slug } = await load(props);
  return { title: name, alternates: { canonical: `/incubateurs/${slug}/` } };
}

export default async function IncubatorPage(props: Props) {
  const { name, owner, services } = await load(props);
  return (
    <>
      <h1>{name}</h1>
      {owner && <p className="lead">{owner}</p>}
      {services.length > 0 && <h2>Ses services</h2>}
      <ul>
        {services.map(({ id, slug, name, mission }) => (
          <li key={id}><a href={`/services/${slug}/`}>{name}</a>{mission && ` : ${mission}`}</li>
        ))}
      </ul>
    </>
  );
}
