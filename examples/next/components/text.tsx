import type { ReactNode } from "react";
import type { FactFragment, TextFragment } from "@/generated/graphql";
import { loadSite } from "@/lib/site";

/** HTML that Bilan has sanitised: paragraphs and lists, or a run of words with links. */
export async function RichText({ text, className = "prose" }: { text: Pick<TextFragment, "html">; className?: string }) {
  const { printedBase } = await loadSite();
  return text.html ? <div className={className} dangerouslySetInnerHTML={{ __html: completeLinks(text.html, printedBase) }} /> : null;
}

/** Links as printed are relative to the site that the report was printed for. If nobody knows it, their words stay. */
function completeLinks(html: string, base: string | null | undefined): string {
  return html.replace(/<a ([^>]*data-kind="printed"[^>]*)>(.*?)<\/a>/gs, (_, attributes: string, words: string) =>
    base ? `<a ${attributes.replace(/(?<=href=")[^"]*/, (path) => new URL(path, base).href)}>${words}</a>` : words,
  );
}

/** A link as printed, or its words alone. */
export async function Link({ url, children }: { url?: string | null; children: ReactNode }) {
  const { printedBase } = await loadSite();
  const isComplete = /^(https?:|mailto:|tel:|#)/i.test(url ?? "");
  const href = url && (isComplete ? url : printedBase && new URL(url, printedBase).href);
  return href ? <a href={href}>{children}</a> : children;
}

/** A link to the page of a service, in the words of the report. */
export function ServiceLink({ of }: { of: { name: string; url: string; service?: { slug: string } | null } }) {
  return of.service ? <a href={`/services/${of.service.slug}/`}>{of.name}</a> : <Link url={of.url}>{of.name}</Link>;
}

type AnyFact = Pick<FactFragment, "before" | "after"> & { figure: { text: string }; lead?: string; url?: string };

/** The space before words in a fact: none before a comma or a full stop, one without a break before a colon. */
function space(words: string): string {
  if (/^[,.)…/]/.test(words)) return "";
  return /^[:»]/.test(words) ? "\u00a0" : /^[;!?]/.test(words) ? "\u202f" : " ";
}

/** Words, the figure, words. */
export function Fact({ fact: { lead, before, figure, after, url } }: { fact: AnyFact }) {
  return (
    <>
      {lead && <strong>{lead} </strong>}
      {before && `${before} `}
      {figure.text && <strong className="figure">{figure.text}</strong>}
      {after && space(after)}
      <Link url={url}>{after || (url && !figure.text ? url : "")}</Link>
    </>
  );
}

export function Facts({ facts, className }: { facts: (AnyFact & { id: string })[]; className?: string }) {
  if (facts.length === 0) return null;
  return <ul className={className}>{facts.map((fact) => <li key={fact.id}><Fact fact={fact} /></li>)}</ul>;
}

/** A heading of the level that its place asks for. */
export function Heading({ level, id, children }: { level: number; id?: string; children: ReactNode }) {
  const Tag = `h${Math.min(level, 6)}` as "h2";
  return children ? <Tag id={id}>{children}</Tag> : null;
}

type Leveled = { id: string; level: number };
type Tree<Item> = { item: Item; below: Tree<Item>[] };

/** Items that know their `level`, as lists in lists. */
export function Nested<Item extends Leveled>(props: { items: Item[]; show: (item: Item) => ReactNode; ordered?: boolean }) {
  const List = props.ordered ? "ol" : "ul";
  const list = (trees: Tree<Item>[]): ReactNode =>
    trees.length > 0 && (
      <List>{trees.map(({ item, below }) => <li key={item.id}>{props.show(item)}{list(below)}</li>)}</List>
    );
  return list(nest(props.items));
}

function nest<Item extends Leveled>(items: Item[]): Tree<Item>[] {
  const top: Tree<Item>[] = [];
  const open: Tree<Item>[] = [];
  for (const item of items) {
    while (open.length > 0 && open.at(-1)!.item.level >= item.level) open.pop();
    const tree = { item, below: [] };
    (open.at(-1)?.below ?? top).push(tree);
    open.push(tree);
  }
  return top;
}
