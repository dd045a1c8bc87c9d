/**
 * The button between two blocks. Wagtail's own, with its menu, is made when somebody presses it:
 * hundreds of menus would slow the page down. The menu also offers what was copied.
 */
import { Ranking } from "./ranking.js";

const { createElement, Fragment } = window.React;

export const PASTE = "bilan-paste"; // the kind of block that stands for the copied one in the menu

const template = document.createElement("template");
template.innerHTML = `
  <div>
    <button type="button" class="c-sf-add-button">
      <svg class="icon icon-plus" aria-hidden="true"><use href="#icon-plus"></use></svg>
    </button>
  </div>`.trim();

/** A group whose blocks say below their names what they are for. */
const described = (group) => ({
  ...group,
  items: group.items.map(({ description, ...item }) => ({
    ...item,
    label: [item.label, description].filter(Boolean).join("\n"),
    render: () =>
      createElement(
        Fragment,
        null,
        createElement("strong", null, item.label),
        description && `\n${description}`,
      ),
  })),
});

export class Inserter {
  /**
   * @param make makes Wagtail's inserter of a placeholder
   * @param copied what the clipboard holds
   */
  constructor(placeholder, index, make, copied) {
    this.index = index;
    this.copied = copied;
    this.element = template.content.firstElementChild.cloneNode(true);
    const button = this.element.querySelector("button");
    button.title = window.django?.gettext("Insert a block") ?? "";
    button.addEventListener("click", () => this.open(make), { once: true });
    placeholder.replaceWith(this.element);
  }

  open(make) {
    const placeholder = document.createElement("div");
    this.element.append(placeholder);
    this.element.firstElementChild.remove();
    this.made = make(placeholder, this.index);
    const { prototype } = this.made.constructor;
    const groups = Object.getOwnPropertyDescriptor(prototype, "blockItems");
    Object.defineProperty(this.made, "blockItems", {
      get: () => {
        const blocks = groups.get.call(this.made).map(described);
        this.ranking = new Ranking([...this.clipboard(), ...blocks]);
        return this.ranking.groups;
      },
    });
    this.equip(this.made);
    this.made.open();
  }

  /** What is typed into the menu finds, from the moment it opens; the focus comes back from it. */
  equip({ combobox, element, tooltip }) {
    const isField = ({ target }) => target.matches("[role=combobox]");
    tooltip.setProps({
      onMount: ({ popper }) => {
        const field = popper.querySelector("[role=combobox]");
        field.focus({ preventScroll: true });
        for (const part of [popper, field]) {
          part.scrollIntoView({ block: "nearest", behavior: "instant" });
        }
      },
      onHide: ({ popper }) => {
        if (!popper.contains(document.activeElement)) return;
        element.querySelector("button").focus({ preventScroll: true });
      },
    });
    // before Wagtail's menu looks
    const sort = (event) => isField(event) && this.ranking.sort(event.target.value);
    combobox.addEventListener("input", sort, true);
    combobox.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !isField(event)) return;
      event.preventDefault(); // it is in the form
      // now and then the menu marks nothing when its list shrinks: the first block is meant
      const { target } = event;
      if (!target.value || target.getAttribute("aria-activedescendant")) return;
      event.stopPropagation();
      combobox.querySelector("[role=option]")?.click();
    }, true);
  }

  /** What was copied, as a group of the menu. */
  clipboard() {
    const copied = this.copied();
    if (!copied) return [];
    const { name = "", blocks = [] } = copied;
    const label = blocks.length > 1 ? "Coller la section" : "Coller le bloc";
    const item = { type: PASTE, label, description: name, icon: "clipboard-list" };
    return [described({ label: "Presse-papiers", type: PASTE, items: [item] })];
  }

  setIndex(index) {
    this.index = index;
    this.made?.setIndex(index);
  }

  delete() {
    this.element.hidden = true;
  }
}
