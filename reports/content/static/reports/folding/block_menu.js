/** The menu at the head of a block: what is done more rarely than moving and deleting it. */
import { icon } from "./folded.js";
import { Menu } from "./menu.js";

const WHAT = {
  label: "Actions sur le bloc",
  entries: [
    ["duplicate", "Dupliquer", "copy"],
    ["copy", "Copier, pour coller ailleurs", "clipboard-list"],
    ["copySection", "Copier la section, jusqu’au prochain titre de ce niveau", "list-ul"],
  ],
};
const ACTS = {
  duplicate: (stream, child) => stream.duplicateBlock(child.index, { animate: true }),
  copy: (stream, child) => stream.copy([child]),
  copySection: (stream, child) => stream.copy(stream.section(child)),
};

/** Of acts that are not for every block: says for which. */
const FITS = { copySection: (stream, child) => child.type === "heading" };

/**
 * Adds an act to the menus of blocks, before any is opened.
 * @param {{ name: string, label: string, icon: string }} entry what it is called
 * @param {(stream, child) => void} act does it @param {(stream, child) => boolean} fits says for which block
 */
export function addAct({ name, label, icon: image }, act, fits) {
  WHAT.entries.push([name, label, image]);
  ACTS[name] = act;
  FITS[name] = fits;
}

/** Opens the menu of a block; a stream has one for all of its blocks. */
function openMenu(stream, child, button) {
  const act = (name, one) => ACTS[name](stream, one);
  stream.menu ??= new Menu(document.body, act, WHAT);
  const unfit = Object.keys(FITS).filter((name) => !FITS[name](stream, child));
  stream.menu.open(button, child, unfit);
}

/** Gives a block the button of its menu, which takes the place of Wagtail's for a duplicate. */
export function addMenu(stream, child) {
  const button = document.createElement("button");
  Object.assign(button, { type: "button", title: "Autres actions", ariaExpanded: "false" });
  button.className = "button button--icon text-replace white";
  button.setAttribute("aria-haspopup", "menu");
  button.innerHTML = icon("dots-horizontal");
  button.addEventListener("click", () => openMenu(stream, child, button));
  const [duplicate, deletion] = ["DUPLICATE", "DELETE"].map((action) =>
    child.element.querySelector(`[data-panel-controls] [data-streamfield-action="${action}"]`),
  );
  duplicate.hidden = true;
  deletion.before(button);
}
