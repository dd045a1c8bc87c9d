import type { DocumentFragment, PictureFragment } from "@/generated/graphql";

export function Picture({ picture, alt }: { picture: PictureFragment; alt: string }) {
  const srcSet = picture.renditions.map(({ url, width }) => `${url} ${width}w`).join(", ") || undefined;
  const { url, width, height } = picture;
  return <img src={url} srcSet={srcSet} sizes="(min-width: 52rem) 48rem, 100vw" width={width} height={height} alt={alt} loading="lazy" />;
}

/** A link to a file that says its format, size, number of pages and language. */
export function Download({ document, children }: { document: DocumentFragment; children: string }) {
  const { url, format, size, pages, language } = document;
  const details = [format, measure(size)];
  if (pages) details.push(pages > 1 ? `${pages} pages` : "1 page");
  if (language) details.push(new Intl.DisplayNames("fr", { type: "language" }).of(language.split("-")[0]!) ?? language);
  return <p className="download"><a href={url} hrefLang={language || undefined}>{children} ({details.join(", ")})</a></p>;
}

function measure(size: number): string {
  const [unit, amount] = size < 1e6 ? ["kilobyte", size / 1e3] as const : ["megabyte", size / 1e6] as const;
  return new Intl.NumberFormat("fr", { style: "unit", unit, maximumFractionDigits: size < 1e6 ? 0 : 1 }).format(amount);
}
