/* Tab leads from a field to the next one. Wagtail puts an invisible « Ajouter un commentaire » after
   each field; who pressed Tab and typed wrote elsewhere. The button stays for the pointer, and the
   keyboard has Ctrl + Alt + M, which also opens a comment that is there. Who has turned shortcuts off
   keeps the buttons in the order of Tab. */
(function () {
  "use strict";

  const BUTTON = ".w-field__comment-button";

  const form = document.querySelector("[data-edit-form]");
  const config = JSON.parse(document.getElementById("wagtail-config")?.textContent ?? "{}");
  if (!form || !config.KEYBOARD_SHORTCUTS_ENABLED) return;

  function leaveOut(root) {
    for (const button of root.querySelectorAll(BUTTON)) button.tabIndex = -1;
    if (root.matches(BUTTON)) root.tabIndex = -1;
  }

  leaveOut(form);
  new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) if (node instanceof Element) leaveOut(node);
    }
  }).observe(form, { childList: true, subtree: true });

  // Wagtail's keys begin a comment in a panel that they leave closed: nobody could write it.
  form.addEventListener("keydown", ({ ctrlKey, metaKey, altKey, code, keyCode }) => {
    if ((ctrlKey || metaKey) && altKey && (code === "KeyM" || keyCode === 77)) {
      document.querySelector('[data-side-panel="comments"]')?.dispatchEvent(new Event("open"));
    }
  });
})();
