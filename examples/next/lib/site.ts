import { cache } from "react";
import { SiteDocument } from "@/generated/graphql";
import { ask } from "./bilan";

/** What surrounds every page. */
export const loadSite = cache(async () => (await ask(SiteDocument, {}, ["pages"])).site);
