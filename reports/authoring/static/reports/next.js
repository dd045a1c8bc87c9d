/**
 * F8 leads from where one is to what comes next, and Shift + F8 to what comes before: the places that
 * are left to fill in, the findings that nobody has answered for, the buttons below the form.
 */
import { aim, inside } from "./jump.js";

const REMAINING = "[data-bilan-remaining-list] [data-bilan-jump]";
const FINDINGS = "[data-bilan-checks] [data-bilan-open]";
const ACTIONS = ["footer [data-w-dropdown-target=toggle]", "footer button[type=submit]"];
// what they are in, in the order of going: everything else is in the first
const ROOMS = ["[data-edit-form]", "[data-bilan-checks]", "footer"];

const isBefore = (one, other) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;

/** The lines of facts in which nothing is written: those of a new card are in no list yet. */
function emptyLines() {
  const lines = [...document.querySelectorAll("[data-edit-form] .bilan-line__text")];
  const isEmpty = (line) => !line.value && line.checkVisibility();
  return lines.filter(isEmpty).map((line) => ({ at: line, go: () => line.focus() }));
}

/** What can be gone to, and the element where that is. */
function stops() {
  const places = [...document.querySelectorAll(REMAINING)].map((link) => {
    const target = aim(link);
    return { at: target && (inside(target, link.dataset) ?? target), go: () => link.click() };
  });
  const known = new Set(places.map(({ at }) => at));
  places.push(...emptyLines().filter(({ at }) => !known.has(at)));
  const form = places.filter(({ at }) => at).sort((one, other) => (isBefore(one.at, other.at) ? -1 : 1));
  const findings = [...document.querySelectorAll(FINDINGS)].map((finding) => {
    return { at: finding, go: () => open(finding) };
  });
  const menu = ACTIONS.map((one) => document.querySelector(one)).find(Boolean);
  const actions = { at: menu, go: () => menu.focus() };
  return [...form, ...findings, actions].filter(({ at }) => at);
}

function open(finding) {
  for (let above = finding; above; above = above.parentElement.closest("details")) {
    if (above.matches("details")) above.open = true;
  }
  const toggle = finding.closest(".w-panel").querySelector(".w-panel__toggle");
  if (toggle.getAttribute("aria-expanded") === "false") toggle.click();
  finding.focus({ preventScroll: true });
  finding.scrollIntoView({ block: "center", behavior: "instant" });
}

const room = (element) => Math.max(0, ROOMS.findLastIndex((name) => element.closest(name)));

/** Whether a stop comes after an element (more than 0), before it (less), or is where it is. */
function side({ at }, from) {
  if (at.contains(from)) return 0;
  if (room(at) !== room(from)) return room(at) - room(from);
  return at.compareDocumentPosition(from) & Node.DOCUMENT_POSITION_PRECEDING ? 1 : -1;
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "F8" || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  const all = event.shiftKey ? stops().reverse() : stops();
  const from = document.activeElement ?? document.body;
  const ahead = ({ at }) => (event.shiftKey ? side({ at }, from) < 0 : side({ at }, from) > 0);
  (all.find(ahead) ?? all[0])?.go();
});
