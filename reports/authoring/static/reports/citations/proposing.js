/**
 * Says how many numbers of the texts are figures of the report too, when it is opened and after a paste;
 * the list of them makes citations of those that somebody accepts.
 */
import { body } from "../folding/current_body.js";
import { isSaved, markAsCiting, Notice } from "./notice.js";

const PROPOSALS = {
  tool: "propose",
  title: "Citer les chiffres des tableaux",
  verb: "Citer",
  nothing: "Aucun nombre du texte n’est dans un tableau de ce bilan.",
  button: "Les voir…",
  say: (count) =>
    count > 1
      ? `${count.toLocaleString("fr")} nombres du texte sont dans vos tableaux. Cités, ils suivront leurs chiffres.`
      : "Un nombre du texte est dans vos tableaux. Cité, il suivra son chiffre.",
};

function start() {
  if (!body || !isSaved()) return;
  const notice = new Notice(PROPOSALS);
  const look = () => notice.look(body.element, "beforebegin");
  document.addEventListener("bilan:pasted", look);
  document.addEventListener("bilan:replace", ({ detail }) => detail?.tool === PROPOSALS.tool && markAsCiting());
  setTimeout(look);
}

document.addEventListener("DOMContentLoaded", () => setTimeout(start)); // once the editor has made its blocks
