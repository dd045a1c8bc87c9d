import type { MetadataRoute } from "next";
import { SITE } from "@/lib/settings";

export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: "*", disallow: ["/recherche/", "/apercu/"] }, sitemap: `${SITE}/sitemap.xml` };
}
