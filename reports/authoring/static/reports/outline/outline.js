/**
 * Puts the outline in the place of Wagtail's minimap, and keeps it current: with the body, with the
 * findings of the checks and with comments.
 */
import { body } from "../folding/current_body.js";
import { forgetContents } from "./contents.js";
import { Panel } from "./panel.js";
import { Following } from "./preview.js";
import { watchSigns } from "./signs.js";
import { Unfolding } from "./unfolding.js";

const PAUSE_MILLISECONDS = 150; // ms without a change before the outline is renewed
const SCROLL_INTERVAL_MILLISECONDS = 100; // ms between two looks at what is in view
const TOUCHED = ["input", "change", "focusout", "click"];

/** Before Wagtail, which looks for the place of its minimap when the page is loaded. */
function takeOver() {
  const place = document.querySelector("[data-minimap-container]");
  if (!place) return;
  place.removeAttribute("data-minimap-container");
  place.setAttribute("aria-label", "Sommaire");
  setTimeout(() => start(place)); // once the editor has made its blocks
}

function start(place) {
  if (!body) return;
  const panel = new Panel(place, body);
  new Following(body);
  new Unfolding([...place.querySelectorAll("[data-outline-fold]")], body);

  let waiting = 0;
  const renew = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => panel.render(), PAUSE_MILLISECONDS);
  };
  for (const type of TOUCHED) {
    body.element.addEventListener(type, ({ target }) => {
      const element = target.closest("[data-streamfield-stream-container] > [data-streamfield-child]");
      const child = element && body.children.find((one) => one.element.contains(target));
      if (child) forgetContents(child);
    });
  }
  document.addEventListener("bilan:body-change", renew);
  watchSigns(renew);

  let looking = 0;
  const look = () => {
    looking ||= setTimeout(() => {
      looking = 0;
      panel.follow();
    }, SCROLL_INTERVAL_MILLISECONDS);
  };
  document.addEventListener("scroll", look, { capture: true, passive: true });
  window.addEventListener("resize", look);
  body.element.addEventListener("focusin", look);
}

document.addEventListener("DOMContentLoaded", takeOver);
