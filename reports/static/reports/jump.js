/**
 * Links of panels that lead to a block of the editor, to the item of it that is nearest to what is
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
    target.querySelector(".w-panel__header button")?.focus({ preventScroll: true });
    // what is unfolded or comes into view on the way moves the block: look again once it has
    for (const wait of [0, 300]) {
      setTimeout(() => target.scrollIntoView({ block: "start", behavior: "instant" }), wait);
    }
  });
})();
