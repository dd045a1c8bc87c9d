import type { Metadata } from "next";
import { draftMode } from "next/headers";
import type { ReactNode } from "react";
import { SiteDocument } from "@/generated/graphql";
import { ask } from "@/lib/bilan";
import { SITE } from "@/lib/settings";
import "./site.css";

const loadSite = () => ask(SiteDocument, {}, ["pages"]);

export async function generateMetadata(): Promise<Metadata> {
  const { site } = await loadSite();
  const robots = (await draftMode()).isEnabled ? { index: false } : undefined;
  return { metadataBase: new URL(SITE), title: { default: site.name, template: `%s – ${site.name}` }, icons: "/icon.svg", robots };
}

export default async function Layout({ children }: { children: ReactNode }) {
  const { site } = await loadSite();
  const { isEnabled: isDraft } = await draftMode();
  return (
    <html lang="fr">
      <body>
        <a className="skip" href="#contenu">Aller au contenu</a>
        {isDraft && (
          <form className="banner" method="post" action="/api/apercu/" aria-label="Aperçu">
            <p><strong>Aperçu</strong> d’un brouillon : ce qui suit n’est pas public.</p>
            <button>Quitter l’aperçu</button>
            <script type="module" src="/panel.js" />
          </form>
        )}
        <header>
          <a className="name" href="/">{site.name}</a>
          <nav aria-label="Menu">
            <ul>{site.rootPage?.children.map(({ id, urlPath, title }) => <li key={id}><a href={urlPath}>{title}</a></li>)}</ul>
          </nav>
          <form role="search" action="/recherche/">
            <label htmlFor="q" className="unseen">Rechercher</label>
            <input id="q" name="q" type="search" maxLength={200} />
            <button>Rechercher</button>
          </form>
        </header>
        <main id="contenu" tabIndex={-1}>{children}</main>
        <footer>
          <p>{site.name}. <a href="/sitemap.xml">Plan du site</a></p>
        </footer>
      </body>
    </html>
  );
}
