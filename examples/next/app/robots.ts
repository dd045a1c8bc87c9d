import type { MetadataRoute } from "next";
import { loadSite } from "@/lib/site";

export default async function robots(): Promise<MetadataRoute.Robots> {
  const { url } = await loadSite();
  return { rules: { userAgent: "*", disallow: ["/recherche/", "/apercu/"] }, sitemap: `${url}/sitemap.xml` };
}
