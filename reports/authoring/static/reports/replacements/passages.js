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

/** Words as they are and as they would be; once where the words stay. */
function makeWords({ before, old, new: made, after }) {
  const changed =
    old === made
      ? [element("mark", "", shown(old))]
      : [
          hidden(" Avant "),
          element("del", "", shown(old)),
          hidden(" Après "),
          element("ins", "", shown(made)),
          hidden(" "),
        ];
  return element("span", "bilan-replace__words", before, ...changed, after);
}

function makeTick({ key, fault }) {
  return Object.assign(document.createElement("input"), {
    type: "checkbox",
    value: key,
    checked: !fault,
    disabled: Boolean(fault),
  });
}

/** A choice of one among several, which nothing makes for somebody. */
function makeChoice({ key, options }) {
  const choice = element("select", "", new Option("Lequel\u00a0? Aucun", ""));
  choice.append(...options.map((text, number) => new Option(text, `${key}:${number}`)));
  return choice;
}

function makePassage(passage) {
  const { place, note, fault, options } = passage;
  const label = element("label", "", element("span", "bilan-replace__place", place), makeWords(passage));
  if (options.length) label.append(makeChoice(passage));
  else label.prepend(makeTick(passage));
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
    const choices = [...this.list.querySelectorAll("select")].filter(({ value }) => value);
    return [...this.ticks.filter(({ checked }) => checked), ...choices].map(({ value }) => value);
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
