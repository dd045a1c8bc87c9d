/* While a form that somebody has sent is on its way, it is not saved beside that: Wagtail takes what its
   buttons add to the form for typing, and a late save could undo what was asked for. Who goes on typing
   is saved again.

   Ctrl + S saves at once, where one is: Wagtail would send the form and come back at its beginning. */
(function () {
  "use strict";

  // what Wagtail adds to a form that it sends for a step of approval, without an event
  const STEP = ["action-workflow-action", "workflow-action-name", "workflow-action-extra-data"];

  const form = document.querySelector("[data-edit-form]");
  if (!form || !form.hasAttribute("data-w-autosave-interval-value")) return;
  let sent = false;

  function isOnItsWay() {
    return sent || Boolean(form.elements.namedItem(STEP[0]));
  }

  window.addEventListener("submit", (event) => {
    if (event.target === form && !event.defaultPrevented) sent = true;
  });
  window.addEventListener("w-autosave:save", (event) => isOnItsWay() && event.preventDefault(), true);
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
    form.dispatchEvent(new CustomEvent("w-unsaved:add", { bubbles: true }));
    document.addEventListener("w-autosave:success", () => window.bilan?.announce("Enregistré."), {
      once: true,
    });
  }

  window.addEventListener("keydown", saveAtOnce, true);
})();
