/** The figures that the text of this report can cite, and the words that print them. */

const GONE = "Le serveur ne répond pas, ou vous êtes déconnecté\u00a0: réessayez.";

/** The key of the report that is edited; nothing for one that was never saved. */
const report = () => window.location.pathname.match(/\/pages\/(\d+)\/edit\//)?.[1] ?? "";

async function ask(path, values) {
  const base = window.wagtailConfig.ADMIN_URLS.PAGES.replace(/pages\/$/, "bilan/chiffres/");
  try {
    const answer = await fetch(`${base}${report()}/${path}?${new URLSearchParams(values)}`);
    return answer.redirected ? { error: GONE } : await answer.json();
  } catch (error) {
    console.error(error);
    return { error: GONE };
  }
}

export const isSaved = () => Boolean(report());

/**
 * @param {string} words what is selected: figures that it prints come first, with their way
 * @returns {Promise<{ figures?: { address: string, text: string, line: string, way?: string }[], error?: string }>}
 */
export const listFigures = (words) => ask("", { mots: words });

/**
 * @param {string[]} addresses of the figures
 * @returns {Promise<{ words?: string, holds?: boolean, error?: string }>} the words near `words` that print them
 */
export const printFigures = (addresses, way, words) =>
  ask("mots/", [...addresses.map((address) => ["de", address]), ["facon", way], ["mots", words]]);
