/** Headings in the body look like what they are: their size follows their level, their number is beside. */

const LEVEL = /^[^·]+ · /; // the name of a level before a title: « Partie · Résultats »

/** The name of the level is heard, not seen. */
function hideLevel(title) {
  const name = !title.firstElementChild && LEVEL.exec(title.textContent)?.[0];
  if (!name) return;
  const heard = document.createElement("span");
  Object.assign(heard, { className: "w-sr-only", textContent: name });
  title.replaceChildren(heard, title.textContent.slice(name.length));
}

/** @param sections of the whole body */
export function markHeadings(sections) {
  for (const { child, level, number } of sections) {
    const { dataset } = child.element;
    hideLevel(child.title);
    if (dataset.bilanLevel !== String(level)) dataset.bilanLevel = level;
    if (dataset.bilanNumber === number) continue;
    dataset.bilanNumber = number;
    child.element.querySelector("[data-panel-heading]").dataset.bilanNumber = number;
  }
}
