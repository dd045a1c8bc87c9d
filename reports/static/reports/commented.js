/* Who comes to a page for one comment (?commentaire=12) finds the panel open, and the comment in view. */
(function () {
  "use strict";

  const PLACED = 1_500; // ms until each comment is beside its field
  const MOVED = 500;

  const panel = document.querySelector('[data-side-panel="comments"]');
  const wanted = Number(new URLSearchParams(window.location.search).get("commentaire"));
  if (!panel || !wanted) return;

  function show() {
    const comment = document.querySelector(`#comments [data-comment-id="${wanted}"]`);
    if (!comment) return;
    comment.click(); // which shows where to answer, and moves the others away
    setTimeout(() => comment.scrollIntoView({ block: "center" }), MOVED);
  }

  window.addEventListener("load", () => {
    panel.dispatchEvent(new Event("open"));
    setTimeout(show, PLACED);
  });
})();
