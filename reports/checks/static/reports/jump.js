/**
 * Links of panels that lead to a block of the editor, to the field, the item or the cell of it that
 * is meant, or to one of the page's own fields: unfolds what that is in, and goes there.
 */

const WRITABLE = "input:not([type=hidden]), textarea, select, [contenteditable=true]";

const WORDS = new Set(["lead", "before", "after"]);

function place(name) {
  if (!name) return null;
  const field = `[id^="panel-child-"][id$="-${CSS.escape(name)}-section"]`;
  return document.getElementById(`block-${name}-section`) || document.querySelector(field);
}

function unfold(target) {
  for (let above = target; above; above = above.parentElement.closest(".w-panel")) {
    above.querySelector(":scope > .w-panel__header [aria-expanded=false]")?.click();
  }
}

/** What can be written in: the cell of this name, or what the names of fields lead to. */
export function inside(target, { bilanCell: cell, bilanField: names }) {
  if (cell) return target.querySelector(`[aria-label="${CSS.escape(cell)}"]`);
  if (names === undefined) return null;
  const path = names.split("/").filter(Boolean);
  return find(target, path) ?? find(target, withLine(path));
}

function find(target, path) {
  const paths = path.map((name) => `[data-contentpath="${CSS.escape(name)}"]`);
  const content = target.querySelector([":scope > .w-panel__content", ...paths].join(" "));
  return content?.querySelector(WRITABLE);
}

/** The words of a fact are in its line, which goes by the name of its figure. */
const withLine = (path) => [...path.slice(0, -1), WORDS.has(path.at(-1)) ? "figure" : path.at(-1)];

/** Where a link leads: nothing where that is not in the page any more. */
export const aim = ({ dataset }) => place(dataset.bilanNear) || place(dataset.bilanJump);

/** Unfolds what a link leads to; returns it, and what can be written in there. */
export function reveal(link) {
  const block = aim(link);
  if (!block) return {};
  unfold(block);
  const target = aim(link); // what a folded block has in it is there only now
  unfold(target);
  const field = inside(target, link.dataset);
  if (field) unfold(field.closest(".w-panel"));
  field?.dispatchEvent(new Event("beforematch", { bubbles: true })); // the link of a fact may be closed
  return { target, field };
}

/** Closes the window that a link is in, which would keep the focus. */
function leave(link) {
  link.closest("dialog")?.close();
  const modal = link.closest(".modal");
  if (!modal) return Promise.resolve();
  const { jQuery } = window;
  return new Promise((resolve) => jQuery(modal).one("hidden.bs.modal", resolve).modal("hide"));
}

document.addEventListener("click", async (event) => {
  const link = event.target.closest("[data-bilan-jump]");
  if (!link || !aim(link)) return;
  event.preventDefault();
  if (link.closest("dialog, .modal")) await leave(link);
  const { target, field } = reveal(link);
  (field || target.querySelector(".w-panel__header button"))?.focus({ preventScroll: true });
  // what is unfolded or comes into view on the way moves the block: look again once it has
  for (const wait of [0, 300]) {
    const how = { block: field ? "center" : "start", behavior: "instant" };
    setTimeout(() => (field || target).scrollIntoView(how), wait);
  }
});
