/** What opens the dialog of replacements: Ctrl + H, a button beside the outline, the panel of findings. */
import { announce } from "../folding/announcement.js";
import { body } from "../folding/current_body.js";
import { ReplaceDialog } from "./dialog.js";
import { replaceAll } from "./replacement.js";

const MAX_SELECTION_CHARACTERS = 200; // characters of a selection that is taken for what is sought
const NOTHING_TO_MEND = "Il n’y a rien ici que Bilan puisse corriger lui-même.";
const FAILED = "Les blocs n’ont pas pu être remplacés : rien n’a changé.";

/** Words that are selected in one line of the page. */
function readSelection() {
  const { activeElement: field } = document;
  const isText = field?.matches("input[type=text], input:not([type]), textarea");
  const selected = isText
    ? field.value.slice(field.selectionStart, field.selectionEnd)
    : String(window.getSelection());
  return selected.length <= MAX_SELECTION_CHARACTERS && !selected.includes("\n") ? selected.trim() : "";
}

/** The words of the dialog for a rule that mends; what else opens it brings its own. */
function describe({ rule, title, ...given }) {
  if (!rule) return { title, ...given };
  return { values: { rule }, title: `Corriger partout\u00a0: ${title}`, verb: "Corriger", nothing: NOTHING_TO_MEND };
}

function open(given) {
  if (!body || !document.querySelector("[data-bilan-replace]") || document.querySelector("dialog[open]")) return;
  const opener = document.activeElement;
  new ReplaceDialog((made, count) => {
    const done = replaceAll(body, made, count);
    if (!done) announce(FAILED);
    // where somebody wrote in a block that is another one now, the focus goes to its head
    else if (done.pairs.length && (!opener.isConnected || body.element.contains(opener))) {
      body.lead(done.pairs[0][1].element);
    }
    const { rule } = given;
    if (done && rule) document.dispatchEvent(new CustomEvent("bilan:corrected", { detail: { rule } }));
  }, describe(given));
}

/** Before the editor of rich text, to which the same keys are those that delete a character. */
function press(event) {
  if (event.key.toLowerCase() !== "h" || !event.ctrlKey) return;
  if (event.altKey || event.shiftKey || event.metaKey || !body) return;
  event.preventDefault();
  event.stopPropagation();
  open({ find: readSelection() });
}

document.addEventListener("keydown", press, true);
document.addEventListener("bilan:replace", ({ detail }) => open(detail ?? {}));
