import type { Metadata } from "next";
import { draftMode } from "next/headers";
import type { ReactNode } from "react";
import { Link } from "@/components/text";
import { loadSite } from "@/lib/site";
import "./site.css";

export async function generateMetadata(): Promise<Metadata> {
  const { name, url } = await loadSite();
  const robots = (await draftMode()).isEnabled ? { index: false } : undefined;
  return { metadataBase: new URL(url), title: { default: name, template: `%s – ${name}` }, icons: "/icon.svg", robots };
}

export default async function Layout({ children }: { children: ReactNode }) {
  const { name, rootPage, publisher, licence } = await loadSite();
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
          <a className="name" href="/">{name}</a>
          <nav aria-label="Menu">
            <ul>{rootPage?.children.nodes.map(({ id, urlPath, title }) => <li key={id}><a href={urlPath}>{title}</a></li>)}</ul>
          </nav>
          <form role="search" action="/recherche/">
            <label htmlFor="q" className="unseen">Rechercher</label>
            <input id="q" name="q" type="search" maxLength={200} />
            <button>Rechercher</button>
          </form>
        </header>
        <main id="contenu" tabIndex={-1}>{children}</main>
        <footer>
          <p>
            {publisher || name}. {licence && <Link url={licence.url}>{licence.name}</Link>}
          </p>
        </footer>
      </body>
    </html>
  );
}
