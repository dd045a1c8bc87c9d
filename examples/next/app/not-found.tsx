export default function NotFound() {
  return (
    <>
      <title>Page introuvable</title>
      <h1>Page introuvable</h1>
      <p>Il n’y a rien à cette adresse. Cherchez, ou partez de <a href="/">l’accueil</a>.</p>
    </>
  );
}
