import type { Metadata } from "next";

export const metadata: Metadata = { title: "Aperçu", robots: { index: false } };

/** The editor opens `/apercu/#TOKEN&PATH`; the script hands the token over and goes to the page. */
export default function PreviewPage() {
  return (
    <>
      <h1>Aperçu</h1>
      <p>L’aperçu s’ouvre. Si cette page reste affichée, il a expiré ou il a été révoqué : ouvrez-le à nouveau depuis l’éditeur.</p>
      <script type="module" src="/apercu.js" />
    </>
  );
}
