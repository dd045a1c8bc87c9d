/* Who comes to a page for one comment (?commentaire=12) finds the panel open, and the comment in view.
   Comments move beside their fields while the editor makes its blocks: it is looked for until then, or
   until somebody has begun to do something. */
(function () {
  "use strict";

  const BETWEEN = 500; // ms
  const LOOKS = 20;
  const HANDS = ["keydown", "pointerdown", "touchstart", "wheel"];

  const panel = document.querySelector('[data-side-panel="comments"]');
  const wanted = Number(new URLSearchParams(window.location.search).get("commentaire"));
  if (!panel || !wanted) return;
  let left = LOOKS;
  let chosen = false;

  function look() {
    if (left === 0) return;
    left -= 1;
    setTimeout(look, BETWEEN);
    const comment = document.querySelector(`#comments [data-comment-id="${wanted}"]`);
    if (!comment) return;
    if (!chosen) comment.click(); // which shows where to answer, and moves the others away
    chosen = true;
    const { top, bottom } = comment.getBoundingClientRect();
    if (top < 0 || bottom > window.innerHeight) comment.scrollIntoView({ block: "center" });
  }

  for (const type of HANDS) window.addEventListener(type, () => (left = 0), true);
  window.addEventListener("load", () => {
    panel.dispatchEvent(new Event("open"));
    setTimeout(look, BETWEEN);
  });
})();
