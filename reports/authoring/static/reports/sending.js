/* While a form that somebody has sent is on its way, it is not saved beside that: Wagtail takes what its
   buttons add to the form for typing, and a late save could undo what was asked for. Who goes on typing
   is saved again.

   And a form waits for a save that is on its way: the server could store that one last, with words that
   are older.

   Ctrl + S saves at once, where one is: Wagtail would send the form and come back at its beginning. */
import { announce } from "./figure.js";

// what Wagtail adds to a form that it sends for a step of approval, without an event
const STEP = ["action-workflow-action", "workflow-action-name", "workflow-action-extra-data"];

const form = document.querySelector("[data-edit-form]");
if (form?.hasAttribute("data-w-autosave-interval-value")) {
  const TIMEOUT_MILLISECONDS = 10_000; // milliseconds that a form waits for a save
  let sent = false;
  let isSaving = false;
  let release = 0; // the timer of a form that waits

  function isOnItsWay() {
    return sent || release > 0 || Boolean(form.elements.namedItem(STEP[0]));
  }

  window.addEventListener("submit", (event) => {
    if (event.target === form && !event.defaultPrevented) sent = true;
  });
  window.addEventListener("w-autosave:save", (event) => isOnItsWay() && event.preventDefault(), true);

  /** Sends the form as soon as the save that is on its way has ended. */
  function wait(event) {
    if (event.target !== form || !isSaving) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (release) return;
    const { submitter } = event;
    const send = () => {
      isSaving = false;
      clearTimeout(release);
      release = 0;
      for (const name of ENDS) document.removeEventListener(name, later);
      if (submitter) submitter.disabled = false; // a button that is disabled is not sent along
      form.requestSubmit(submitter);
    };
    const later = () => setTimeout(send); // after whoever takes up the number of the new version
    release = setTimeout(send, TIMEOUT_MILLISECONDS);
    for (const name of ENDS) document.addEventListener(name, later);
  }

  const ENDS = ["w-autosave:success", "w-autosave:error"];
  window.addEventListener("w-autosave:save", (event) => (isSaving = !event.defaultPrevented));
  for (const name of ENDS) window.addEventListener(name, () => (isSaving = false));
  window.addEventListener("submit", wait, true);
  form.addEventListener("input", ({ isTrusted }) => {
    if (!isTrusted || !isOnItsWay()) return;
    sent = false;
    for (const name of STEP) form.elements.namedItem(name)?.remove();
  });

  /* Where nothing is saved by itself any more, Wagtail sends the form. */
  function saveAtOnce(event) {
    if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey)) return;
    if (event.altKey || event.shiftKey || form.dataset.wAutosaveActiveValue === "false") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    form.dispatchEvent(new CustomEvent("w-unsaved:add", { bubbles: true, cancelable: true }));
    document.addEventListener("w-autosave:success", () => announce("Enregistré."), {
      once: true,
    });
  }

  window.addEventListener("keydown", saveAtOnce, true);
}
