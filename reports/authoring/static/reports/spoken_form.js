/* What a screen reader says of a form. The editor of a rich text has no name of its own: it takes
   that of its label, or of its panel. A block with a name would be a landmark, and a body of a hundred
   blocks a hundred of them, many of one name: a block is a group. */

const EDITOR = ".public-DraftEditor-content:not([aria-labelledby])";
const BLOCK = "section.w-panel--nested";

const form = document.querySelector("[data-edit-form]");
if (form) {
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

  function describe(place) {
    if (place.matches(EDITOR)) name(place);
    place.querySelectorAll(EDITOR).forEach(name);
    place.querySelectorAll(BLOCK).forEach((block) => block.setAttribute("role", "group"));
  }

  describe(form);
  new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) if (node instanceof Element) describe(node);
    }
  }).observe(form, { childList: true, subtree: true });
}
