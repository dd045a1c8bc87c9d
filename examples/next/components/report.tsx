import { draftMode } from "next/headers";
import type { ReportQuery } from "@/generated/graphql";
import { Blocks, Problems } from "./blocks";
import { Download } from "./media";
import { Nested, RichText } from "./text";

export const DATE = new Intl.DateTimeFormat("fr", { dateStyle: "long", timeZone: "Europe/Paris" });

/** A whole report: head, table of contents, body, corrections, neighbours. An old one leads to that of today. */
export async function Report({ report, isOld = false }: { report: NonNullable<ReportQuery["report"]>; isOld?: boolean }) {
  const { isEnabled: isDraft } = await draftMode();
  const neighbours = [report.previous, report.next].filter((each) => each != null);
  return (
    <article lang={report.language}>
      <h1>{report.heroTitle || report.title}</h1>
      {report.publishedAt && !isDraft && (
        <p className="note">
          Publié le {DATE.format(new Date(report.publishedAt))}
          {report.version && (
            <>
              , <a href={report.version.path}>version {report.version.number}</a> du{" "}
              {DATE.format(new Date(report.version.publishedAt))}
            </>
          )}
        </p>
      )}
      {isOld && <p className="card">Vous lisez une version conservée. <a href={report.path}>Lire la version actuelle</a></p>}
      {report.openTaskSummary && <p className="note">{report.openTaskSummary}.</p>}
      <Problems problems={report.problems.filter(({ block }) => !block)} />
      <RichText text={report.introduction} className="lead" />
      {report.document && <Download document={report.document}>Télécharger le document d’origine</Download>}
      {report.outline.length > 0 && (
        <nav className="card contents" aria-labelledby="sommaire">
          <h2 id="sommaire">Sommaire</h2>
          <Nested items={report.outline} show={({ anchor, number, title }) => <a href={`#${anchor}`}>{`${number}. ${title}`}</a>} />
        </nav>
      )}
      <Blocks body={report.body} title={report.heroTitle || report.title} problems={report.problems} />
      {report.notes.length > 0 && (
        <section aria-labelledby="_notes">
          <h2 id="_notes">Notes</h2>
          <ol>
            {report.notes.map(({ id, number, content }) => (
              <li key={id} id={`note-${number}`} value={number}>
                <RichText text={content} /> <a href={`#appel-${number}`} aria-label={`Retour à l’appel de la note ${number}`}>↩</a>
              </li>
            ))}
          </ol>
        </section>
      )}
      {report.corrections.length > 0 && (
        <section className="card" aria-labelledby="corrections">
          <h2 id="corrections">Corrections</h2>
          <ul>
            {report.corrections.map(({ id, date, sentence, place, before, after }) => (
              <li key={id}>
                {DATE.format(new Date(date))} : {[sentence, place].filter(Boolean).join(" – ")}
                {before && <> (<del>{before}</del>, <ins>{after}</ins>)</>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {neighbours.length > 0 && (
        <nav aria-label="Autres années">
          <ul className="neighbours">{neighbours.map(({ id, path, title }) => <li key={id}><a href={path}>{title}</a></li>)}</ul>
        </nav>
      )}
    </article>
  );
}
