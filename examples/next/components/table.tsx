import type { ReactNode } from "react";
import type { CellFragment, ColumnFragment } from "@/generated/graphql";
import { Link, RichText } from "./text";

type Row = { id: string; name: ReactNode; cells: ReactNode[] };

type Props = { id: string; caption: string; headings: string[]; rows: Row[]; csv?: string | null };

/** A table that scrolls by itself where it is too wide, and its figures as a file. Its first column names the rows. */
export function Table({ id, caption, headings, rows, csv }: Props) {
  return (
    <>
      <div className="table" role="group" tabIndex={0} aria-labelledby={`legende-${id}`}>
        <table>
          <caption id={`legende-${id}`}>{caption}</caption>
          <thead>
            <tr>{headings.map((heading, place) => <th key={place} scope="col">{heading || <Unseen>Intitulé</Unseen>}</th>)}</tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.name}</th>
                {row.cells.map((cell, place) => <td key={place}>{cell || <Unseen>Vide</Unseen>}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {csv && <p className="note"><a href={csv}>{`Télécharger les données (CSV) : ${caption}`}</a></p>}
    </>
  );
}

export const headings = (columns: ColumnFragment[]) => columns.map(({ heading }) => heading);

/** What cells show, with their links. */
export function cells(cells: CellFragment[]): ReactNode[] {
  return cells.map(({ text, url }) => text && <Link url={url}>{text}</Link>);
}

type Data = {
  id: string;
  csv?: string | null;
  columns: ColumnFragment[];
  rows: { id: string; name: string; url: string; note: { html: string }; cells: CellFragment[] }[];
};

/** The table of a block of data, or of a chart. */
export function DataTable({ block, caption }: { block: Data; caption: string }) {
  const rows = block.rows.map((row) => ({
    id: row.id,
    name: <><Link url={row.url}>{row.name}</Link><RichText text={row.note} className="note" /></>,
    cells: cells(row.cells),
  }));
  return <Table id={block.id} caption={caption} headings={headings(block.columns)} rows={rows} csv={block.csv} />;
}

function Unseen({ children }: { children: string }) {
  return <span className="unseen">{children}</span>;
}
