import { ReportListDocument } from "@/generated/graphql";
import { ask } from "@/lib/bilan";
import { Download, Picture } from "./media";
import { RichText } from "./text";

/** All reports, the latest first. */
export async function ReportList() {
  const { reports } = await ask(ReportListDocument, { first: 100 }, ["reports"]);
  return (
    <ul className="cards">
      {reports.nodes.map(({ id, path, title, heroTitle, introduction, image, document }) => (
        <li key={id} className="card">
          {image && <Picture picture={image} alt={image.alt} />}
          <h2><a href={path}>{heroTitle || title}</a></h2>
          <RichText text={introduction} />
          {document && <Download document={document}>{document.title}</Download>}
        </li>
      ))}
    </ul>
  );
}
