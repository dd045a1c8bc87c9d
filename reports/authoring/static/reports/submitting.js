/**
 * Before a report that is not filled in is submitted, says how full it is and leads to what is left.
 * It may be submitted all the same: a colleague can read the rest; its publication is refused.
 */

const BUTTONS = "button[name=action-submit], button[name=action-restart-workflow]";
const panel = document.querySelector("[data-bilan-remaining]");
const summary = panel.querySelector("[data-bilan-remaining-summary]");
const list = panel.querySelector("[data-bilan-remaining-list]");
const template = document.createElement("template");
template.innerHTML = `
  <dialog class="bilan-dialog bilan-remaining" aria-labelledby="bilan-submit-title">
    <h2 class="w-h3" id="bilan-submit-title">Soumettre un bilan incomplet ?</h2>
    <p class="bilan-remaining__summary"></p>
    <p>Un collègue peut déjà le relire, mais sa publication sera refusée tant qu’il reste quelque chose.</p>
    <div class="bilan-dialog__list" tabindex="0" role="group" aria-label="Ce qui reste"></div>
    <p class="bilan-dialog__actions">
      <button type="button" class="button" value="back" autofocus>Revenir au bilan</button>
      <button type="button" class="button button-secondary" value="submit">Soumettre quand même</button>
    </p>
  </dialog>`.trim();
let isSure = false;

function ask(submit) {
  const dialog = template.content.firstElementChild.cloneNode(true);
  dialog.querySelector(".bilan-remaining__summary").textContent = `${summary.textContent}.`;
  const left = dialog.querySelector(".bilan-dialog__list");
  left.append(...[...list.children].map((section) => section.cloneNode(true)));
  for (const button of left.querySelectorAll("button")) button.remove();
  dialog.addEventListener("click", ({ target }) => {
    if (!target.matches("button")) return;
    dialog.close();
    if (target.value !== "submit") return;
    isSure = true;
    submit.click();
  });
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

document.addEventListener(
  "click",
  (event) => {
    const submit = event.target.closest?.(BUTTONS);
    const isFull = !panel.querySelector("progress") || !list.querySelector("[data-bilan-line]");
    if (!submit || isSure || isFull) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    ask(submit);
  },
  true,
);
