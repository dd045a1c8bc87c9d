// Which report an address asks for: a published one by its year, or a draft by its token.
import { ask, Refused } from "./asking.js";
import { setSite } from "./elements.js";
import { showMessage, showReport } from "./page.js";
import { keepScroll } from "./panel.js";

const query = new URLSearchParams(location.search);
const fragment = new URLSearchParams(location.hash.slice(1)); // it reaches no server, and no server's log
const token = fragment.get("apercu");
// From here on the token is in memory alone. In the address it could be copied, bookmarked or filmed, and would be gone
// with the first click in the table of contents anyway. The preview panel always loads the whole address anew; who
// reloads a tab of its own is told, by what is left in the address, to open the preview again.
if (token !== null) history.replaceState(null, "", "?apercu");
addEventListener("hashchange", () => location.hash.startsWith("#apercu=") && location.reload());

try {
  await (token !== null ? preview(token, fragment.get("chemin") ?? "/") : published(query.get("annee") ?? ""));
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  showMessage(error.code, error);
}
await keepScroll();

async function published(year) {
  if (query.has("apercu")) return showMessage("PREVIEW_CLOSED");
  if (!/^\d{4}$/.test(year)) return showMessage("NO_YEAR");
  const [{ site }, { report }] = await Promise.all([ask("site", {}), ask("report", { year: Number(year) })]);
  setSite(site);
  return report ? showReport(report) : showMessage("ABSENT", { year });
}

/** The token opens one draft. Its path says which page that is, and its page the year of its report. */
async function preview(token, path) {
  const [{ site }, { page }] = await Promise.all([ask("site", {}), ask("page", { urlPath: path }, token)]);
  setSite(site);
  if (!page?.report) return showMessage("NO_REPORT", { title: page?.title ?? path });
  const { report } = await ask("report", { year: page.report.year }, token);
  return report ? showReport(report, true) : showMessage("ABSENT", page.report);
}
