/** The list of places where something would be replaced: each as it is and as it would be, with a tick. */

const NO_BREAK = /[\u00a0\u202f]/g;
const SHOWN_SPACE = "␣";

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

const hidden = (text) => element("span", "w-sr-only", text);

/** Words in which one sees the spaces at which no line breaks: they may be all that differs. */
const shown = (text) => text.replaceAll(NO_BREAK, SHOWN_SPACE);

function makePassage({ key, place, before, old, new: made, after, note, fault }) {
  const tick = Object.assign(document.createElement("input"), {
    type: "checkbox",
    value: key,
    checked: !fault,
    disabled: Boolean(fault),
  });
  const words = element(
    "span",
    "bilan-replace__words",
    before,
    hidden(" Avant "),
    element("del", "", shown(old)),
    hidden(" Après "),
    element("ins", "", shown(made)),
    hidden(" "),
    after,
  );
  const label = element("label", "", tick, element("span", "bilan-replace__place", place), words);
  if (note || fault) {
    label.append(element("span", `bilan-replace__${fault ? "fault" : "note"}`, fault || note));
  }
  return element("li", "", label);
}

export class Passages {
  /** @param list the element that they are shown in @param tell is called when a tick has changed */
  constructor(list, tell) {
    this.list = list;
    list.addEventListener("change", tell);
  }

  show(passages) {
    this.blocks = new Map(passages.map(({ key, block }) => [key, block]));
    this.list.replaceChildren(...passages.map(makePassage));
  }

  get ticks() {
    return [...this.list.querySelectorAll("input:not(:disabled)")];
  }

  get chosen() {
    return this.ticks.filter(({ checked }) => checked).map(({ value }) => value);
  }

  /** Ticks all that can be replaced, or none. */
  tick(checked) {
    for (const tick of this.ticks) tick.checked = checked;
  }

  countBlocks(keys) {
    return new Set(keys.map((key) => this.blocks.get(key))).size;
  }
}

const quantity = (count, noun) => `${count} ${noun}${count > 1 ? "s" : ""}`;

/** Says how many places that is, in how many blocks, and whether some are in the fields above these. */
export function describePlaces(count, blocks, isBeside) {
  const above = "le titre ou le chapô";
  const places = [isBeside && above, (blocks || !isBeside) && quantity(blocks, "bloc")].filter(Boolean);
  return `${quantity(count, "passage")} dans ${places.join(" et ")}`;
}
