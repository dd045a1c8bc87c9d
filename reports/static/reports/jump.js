/**
 * Links of panels that lead to a block of the editor, to the item or the cell of it that is
 * meant, or to one of the page's own fields: unfolds what that is in, and goes there.
 */
(() => {
  "use strict";

  function place(name) {
    if (!name) return null;
    const field = `[id^="panel-child-"][id$="-${CSS.escape(name)}-section"]`;
    return document.getElementById(`block-${name}-section`) || document.querySelector(field);
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-bilan-jump]");
    const target = link && (place(link.dataset.bilanNear) || place(link.dataset.bilanJump));
    if (!target) return;
    event.preventDefault();
    for (let above = target; above; above = above.parentElement.closest(".w-panel")) {
      above.querySelector(":scope > .w-panel__header [aria-expanded=false]")?.click();
    }
    const { bilanCell: cell } = link.dataset;
    const field = cell && target.querySelector(`[aria-label="${CSS.escape(cell)}"]`);
    (field || target.querySelector(".w-panel__header button"))?.focus({ preventScroll: true });
    // what is unfolded or comes into view on the way moves the block: look again once it has
    for (const wait of [0, 300]) {
      const how = { block: field ? "center" : "start", behavior: "instant" };
      setTimeout(() => (field || target).scrollIntoView(how), wait);
    }
  });
})();
