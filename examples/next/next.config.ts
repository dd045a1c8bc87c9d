import type { NextConfig } from "next";
import { BILAN } from "./lib/settings";

// Next writes inline scripts into the pages that it keeps, so that no nonce is possible; nothing is evaluated.
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  `frame-ancestors ${new URL(BILAN).origin}`, // the editor frames drafts
].join("; ");

const config: NextConfig = {
  poweredByHeader: false,
  turbopack: { root: __dirname },
  trailingSlash: true,
  skipTrailingSlashRedirect: true, // it takes slugs with dots for files: proxy.ts adds the slash
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "Content-Security-Policy", value: POLICY },
        { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
        { key: "X-Content-Type-Options", value: "nosniff" },
      ],
    },
  ],
  // Pictures, documents and data are paths on Bilan's server: here they are paths of this site.
  rewrites: async () =>
    ["/media/:path*", "/documents/:path*", "/:path*/donnees/:file", "/indicateurs/:file(.+\\.csv)"].map((path) => ({
      source: path,
      destination: BILAN + path.replace(/\(.*\)/, ""),
    })),
};

export default config;
