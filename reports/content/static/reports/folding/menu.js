/** A menu of acts, that of a block or of a section: what each is called, its icon, and the keys that do the same. */
import { create } from "../figure.js";
import { icon } from "./folded.js";

export class Menu {
  /**
   * @param place in which it stands
   * @param act does what is chosen, by its name
   * @param {{ label: string, entries: string[][] }} content what is in it
   */
  constructor(place, act, { label: name, entries }) {
    this.act = act;
    this.element = create("div", { className: "bilan-menu", role: "menu", popover: "auto" });
    this.element.ariaLabel = name;
    for (const [key, label, image, keys] of entries) {
      const item = create("button", { type: "button", role: "menuitem", tabIndex: -1 });
      item.innerHTML = icon(image);
      item.append(create("span", {}, label), ...(keys ? [create("kbd", {}, keys)] : []));
      item.dataset.outlineAct = key;
      this.element.append(item);
    }
    place.append(this.element);
    this.element.addEventListener("click", (event) => this.click(event));
    this.element.addEventListener("keydown", (event) => this.press(event));
    this.element.addEventListener("toggle", ({ newState }) => {
      this.button?.setAttribute("aria-expanded", String(newState === "open"));
    });
  }

  get isOpen() {
    return this.element.matches(":popover-open");
  }

  /** @param button that opened it @param child the block that it is about @param unfit names of what it cannot do */
  open(button, child, unfit = []) {
    Object.assign(this, { button, child });
    for (const item of this.element.children) item.hidden = unfit.includes(item.dataset.outlineAct);
    this.element.showPopover();
    const { bottom, right, top } = button.getBoundingClientRect();
    const { offsetHeight: height, offsetWidth: width } = this.element;
    const isBelow = bottom + height <= window.innerHeight;
    this.element.style.insetBlockStart = `${Math.max(0, isBelow ? bottom : top - height)}px`;
    this.element.style.insetInlineStart = `${Math.max(0, right - width)}px`;
    this.element.firstElementChild.focus();
  }

  close() {
    if (!this.isOpen) return;
    this.element.hidePopover();
    this.button.focus();
  }

  click({ target }) {
    const item = target.closest("[data-outline-act]");
    if (!item) return;
    this.close();
    this.act(item.dataset.outlineAct, this.child);
  }

  press(event) {
    const items = [...this.element.children].filter(({ hidden }) => !hidden);
    const place = items.indexOf(document.activeElement);
    const to = {
      ArrowDown: (place + 1) % items.length,
      ArrowUp: (place - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    }[event.key];
    if (to !== undefined && !event.altKey) {
      items[to].focus();
      event.preventDefault();
    } else if (event.key === "Tab" || event.key === "Escape") {
      event.preventDefault();
      this.close();
    }
    event.stopPropagation();
  }
}
