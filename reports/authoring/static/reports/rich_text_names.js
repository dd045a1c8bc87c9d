/* The editor of a rich text has no name of its own: it takes that of its label, or of its panel. */
(function () {
  "use strict";

  const EDITOR = ".public-DraftEditor-content:not([aria-labelledby])";

  const form = document.querySelector("[data-edit-form]");
  if (!form) return;
  let count = 0;

  function labelOf(editor) {
    const wrapper = editor.closest(".w-field__wrapper");
    const label = wrapper?.parentElement.querySelector(":scope > .w-field__label");
    return label ?? editor.closest(".w-panel")?.querySelector(".w-panel__heading");
  }

  function name(editor) {
    const label = labelOf(editor);
    if (!label) return;
    if (!label.id) label.id = `bilan-label-${(count += 1)}`;
    editor.setAttribute("aria-labelledby", label.id);
  }

  form.querySelectorAll(EDITOR).forEach(name);
  new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        if (node.matches(EDITOR)) name(node);
        else node.querySelectorAll(EDITOR).forEach(name);
      }
    }
  }).observe(form, { childList: true, subtree: true });
})();
