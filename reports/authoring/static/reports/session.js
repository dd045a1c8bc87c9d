/* Whether the session has ended, asked where a save was refused, and the link to sign in beside the page. */

const home = window.location.pathname.replace(/(?:pages|snippets)\/.*/, "");

/** The admin sends those who are signed out elsewhere. */
export async function isSessionOver() {
  try {
    const answer = await fetch(home, { method: "HEAD", redirect: "manual", cache: "no-store" });
    return answer.type === "opaqueredirect";
  } catch {
    return false; // the server is not there
  }
}

/** A link that leaves this page as it is. */
export function makeSignInLink() {
  const made = document.createElement("a");
  Object.assign(made, { href: home, target: "_blank", textContent: "Se connecter (nouvel onglet)" });
  return made;
}
