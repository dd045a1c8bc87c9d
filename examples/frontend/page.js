// The page around the blocks: title, table of contents, banner of a preview, and what is said instead of a report.
import { blocks, lacking } from "./blocks.js";
import { download, el, link, list, nested, rich } from "./elements.js";

const main = document.querySelector("main");

export function showReport(report, isDraft = false) {
  const { heroTitle, introduction, document: original, outline, previous, next, problems, openTaskSummary } = report;
  const around = [previous, next].filter(Boolean);
  show(
    heroTitle,
    [
      lacking(problems.filter((problem) => problem.block === null)),
      rich(introduction, "lead"),
      original && download(original, "Télécharger le document d’origine"),
      outline.length > 0 && contents(outline),
      blocks(report),
      report.notes.length > 0 && notes(report.notes),
      around.length > 0 &&
        el(
          "nav",
          { "aria-label": "Autres années" },
          list("ul", "", around, ({ year, title }) => el("a", { href: `?annee=${year}` }, title)),
        ),
    ],
    isDraft,
  );
  if (isDraft) main.before(banner(openTaskSummary));
  document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
}

function contents(outline) {
  return el(
    "nav",
    { class: "card", "aria-labelledby": "sommaire" },
    el("h2", { id: "sommaire" }, "Sommaire"),
    nested("ul", outline, ({ number, title, anchor, id }) => link(`#${anchor || id}`, `${number}. ${title || "Titre à compléter"}`)),
  );
}

/** The notes, where the marks in the texts lead, each with the way back. */
function notes(listed) {
  const back = (number) => el("a", { href: `#appel-${number}`, "aria-label": `Retour à l’appel de la note ${number}` }, "↩");
  const items = listed.map(({ number, content }) => el("li", { id: `note-${number}`, value: number }, rich(content), back(number)));
  return el("section", { "aria-labelledby": "_notes" }, el("h2", { id: "_notes" }, "Notes"), el("ol", {}, items));
}

function banner(left) {
  const count = left && ` ${left}.`;
  const words = el("p", {}, el("strong", {}, "Aperçu"), ` d’un brouillon : ce qui suit n’est pas public.${count}`);
  return el("div", { class: "banner", role: "region", "aria-label": "Aperçu" }, words);
}

const later = ({ seconds }) => (seconds ? `Réessayez dans ${seconds} s.` : "Réessayez dans un instant.");
const MESSAGES = {
  ABSENT: ({ year }) => ["Bilan introuvable", `Il n’y a pas de bilan public pour ${year}.`],
  NO_YEAR: () => ["Quelle année ?", "L’adresse doit dire l’année du bilan, par exemple ?annee=2024."],
  NO_REPORT: ({ title }) => ["Pas d’aperçu de cette page", `Ce site d’exemple ne montre que les bilans, et « ${title} » n’en est pas un.`],
  PREVIEW_CLOSED: () => ["Aperçu refermé", "Un aperçu ne survit pas au rechargement de la page. Ouvrez-le à nouveau depuis l’éditeur."],
  PREVIEW_TOKEN_INVALID: () => [
    "Aperçu refusé",
    "Cet aperçu a expiré, il a été révoqué, ou son adresse est incomplète. Ouvrez-le à nouveau depuis l’éditeur.",
  ],
  UNREACHABLE: () => ["Serveur injoignable", "Le serveur des bilans ne répond pas. Vérifiez votre connexion, puis rechargez la page."],
  RATE_LIMITED: (error) => ["Trop de demandes", later(error)],
  BUSY: (error) => ["Serveur occupé", later(error)],
};

export function showMessage(code, about = {}) {
  const unknown = () => ["Bilan indisponible", `Le serveur a refusé de répondre (${code}).`];
  const [title, words] = (MESSAGES[code] ?? unknown)(about);
  show(title, [el("p", {}, words)]);
}

function show(title, content, isDraft = false) {
  document.title = isDraft ? `${title} – aperçu` : title;
  main.replaceChildren(el("h1", {}, title), ...content.flat(Infinity).filter(Boolean));
  document.querySelector("#etat").textContent = `${document.title} : page affichée`;
}
