import { readFileSync, readdirSync } from "node:fs";
import { parse } from "graphql";

export const FOLDER = new URL("../../../graphql/queries/", import.meta.url);

/** What each shipped document is asked of the demonstration. A document without a line here is an error. */
const VARIABLES = {
  figure_addresses: [{ year: 2024 }],
  funding_round: [{ slug: "fast-15-les-laureats" }],
  glossary: [{}],
  incubator: [{ slug: "lincubateur-de-services-numeriques" }],
  indicator: [{ code: "produits-a-impact-national" }],
  indicator_list: [{}],
  key_figures: [{ first: 12 }],
  page: [{ urlPath: "/" }, { urlPath: "/bilan/" }, { urlPath: "/bilan/2024/" }, { urlPath: "/a-propos/" }],
  redirect: [{ path: "/2023/" }],
  redirects: [{}],
  report: [{ year: 2023 }, { year: 2024 }],
  report_list: [{}, { first: 1 }],
  restatements: [{ codes: ["produits-a-impact-national"], first: 1 }],
  search: [{ query: "impact", first: 10 }],
  series: [{ codes: ["produits-a-impact-national"], first: 1 }],
  service: [{ slug: "a-just" }],
  site: [{}],
  sitemap: [{}],
  versions: [{ year: 2024 }],
  years: [{}],
};

/** The shipped documents: name, text as a tree, and the variables of each time they are asked. */
export function documents() {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".graphql")).sort();
  return files.map((file) => {
    const name = file.replace(".graphql", "");
    if (!VARIABLES[name]) throw new Error(`${file}: say in apollo/documents.mjs what to ask it`);
    const query = parse(readFileSync(new URL(file, FOLDER), "utf8"));
    return { name, file, query, times: VARIABLES[name] };
  });
}
