/* Who comes to a page for one comment (?commentaire=12) finds the panel open, and the comment in view
   beside its field. Fields and comments move while the editor makes its blocks: they are looked for
   until that is over, or somebody has begun to do something. */

const INTERVAL_MILLISECONDS = 500;
const MAX_LOOKS = 20;
const HANDS = ["input", "keydown", "pointerdown", "touchstart", "wheel"];

const panel = document.querySelector('[data-side-panel="comments"]');
const commentId = Number(new URLSearchParams(window.location.search).get("commentaire"));
if (panel && commentId) {
  let left = MAX_LOOKS;
  let chosen = false;

  /** Wagtail's own record of it: in the page it has another number than in the database. */
  function known() {
    const state = window.comments?.commentApp?.store.getState();
    return [...(state?.comments.comments.values() ?? [])].find((one) => one.remoteId === commentId);
  }

  /** What it is about, as far down as the page shows it (« body.<block>.caption »), unfolded. */
  function field({ contentpath }) {
    let element = document.querySelector("[data-edit-form]");
    for (const name of contentpath.split(".")) {
      const below = element.querySelector(`[data-contentpath="${CSS.escape(name)}"]`);
      if (!below) break;
      below.querySelector(":scope > * > .w-panel__header [aria-expanded=false]")?.click();
      element = below;
    }
    return element;
  }

  function isInView(element) {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= window.innerHeight;
  }

  function look() {
    if (left === 0) return;
    left -= 1;
    setTimeout(look, INTERVAL_MILLISECONDS);
    const comment = known();
    const thread = comment && document.querySelector(`#comments [data-comment-id="${comment.localId}"]`);
    if (!thread) return;
    const about = field(comment);
    if (chosen && isInView(thread)) return;
    // it shows where to answer, and brings the comment beside its field
    (about.querySelector(".w-field__comment-button--reveal") ?? thread).click();
    about.scrollIntoView({ block: "center", behavior: "instant" });
    chosen = true;
  }

  for (const type of HANDS) window.addEventListener(type, () => (left = 0), true);
  window.addEventListener("load", () => {
    panel.dispatchEvent(new Event("open"));
    setTimeout(look, INTERVAL_MILLISECONDS);
  });
}
