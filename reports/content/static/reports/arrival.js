/**
 * Leads to the block that an address names (`#block-…-section`). The browser looks for it before
 * the editor has made its blocks, and what comes in above moves it: it is looked for again.
 */

const WAITS_MILLISECONDS = [0, 300, 1000, 2000]; // ms after the page is there
const HANDS = ["keydown", "pointerdown", "touchstart", "wheel"];
const name = decodeURIComponent(window.location.hash.slice(1));
if (/^block-.+-section$/.test(name)) {
  const timers = [];

  function arrive(first) {
    const place = document.getElementById(name);
    if (!place) return;
    for (let above = place; above; above = above.parentElement.closest(".w-panel")) {
      above.querySelector(":scope > .w-panel__header [aria-expanded=false]")?.click();
    }
    if (first) place.querySelector(".w-panel__header button")?.focus({ preventScroll: true });
    place.scrollIntoView({ block: "start", behavior: "instant" });
  }

  /** Whoever has begun to do something stays where they are. */
  function stay() {
    timers.forEach(clearTimeout);
    for (const type of HANDS) window.removeEventListener(type, stay, true);
  }

  for (const type of HANDS) window.addEventListener(type, stay, true);
  window.addEventListener("load", () => {
    WAITS_MILLISECONDS.forEach((wait, turn) => timers.push(setTimeout(() => arrive(turn === 0), wait)));
  });
}
