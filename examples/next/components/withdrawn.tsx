import type { VersionsQuery } from "@/generated/graphql";
import { DATE } from "./report";

type Report = NonNullable<VersionsQuery["report"]>;

/** What stays of a version that can be read no longer. */
export function Withdrawn({ version, report }: { version: Report["versions"][number]; report: Report }) {
  const { number, withdrawnAt, withdrawalReason } = version;
  return (
    <>
      <h1>{report.heroTitle}, version {number}</h1>
      <p>
        Cette version a été retirée{withdrawnAt && ` le ${DATE.format(new Date(withdrawnAt))}`}
        {withdrawalReason && ` : ${withdrawalReason}`}.
      </p>
      <p><a href={report.path}>Lire la version actuelle</a></p>
    </>
  );
}
