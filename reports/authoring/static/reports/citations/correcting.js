/**
 * Says after a figure has changed where the texts of the report say it otherwise by now; the list of these
 * places corrects those that somebody ticks.
 */
import { body } from "../folding/current_body.js";
import { isCiting, isSaved, Notice } from "./notice.js";

const PAUSE_MILLISECONDS = 1_000; // ms without a change before it asks
const OUTDATED = {
  tool: "correct",
  title: "Mettre à jour les chiffres cités",
  verb: "Mettre à jour",
  nothing: "Les textes disent ce que disent les chiffres qu’ils citent.",
  button: "Les voir…",
  say: (count) =>
    count > 1
      ? `Dit à ${count.toLocaleString("fr")} autres endroits, qui ne disent plus la même chose.`
      : "Dit à un autre endroit, qui ne dit plus la même chose.",
};

function start() {
  if (!body || !isSaved()) return;
  const notice = new Notice(OUTDATED);
  let timer = 0;
  body.element.addEventListener("change", ({ target }) => {
    if (!isCiting() || !target.closest("[data-readings]")) return;
    clearTimeout(timer);
    const block = target.closest("[data-streamfield-stream-container] > [data-streamfield-child]");
    timer = setTimeout(() => notice.look(block ?? body.element, "afterend"), PAUSE_MILLISECONDS);
  });
}

document.addEventListener("DOMContentLoaded", () => setTimeout(start)); // once the editor has made its blocks
