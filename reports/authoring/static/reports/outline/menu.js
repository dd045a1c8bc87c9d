/** Menus: of a section in the outline, with all that can be done to it and the keys that do the same; of a block. */
(() => {
  "use strict";

  const { create } = window.bilan;
  const { icon } = window.bilanFolding;

  /** By their names in `Acts`: what they are called, their icon, their keys. */
  const ENTRIES = [
    ["moveUp", "Monter la section", "arrow-up", "Alt + Maj + ↑"],
    ["moveDown", "Descendre la section", "arrow-down", "Alt + Maj + ↓"],
    ["raise", "Hausser d’un niveau", "arrow-left", "Alt + Maj + ←"],
    ["lower", "Abaisser d’un niveau", "arrow-right", "Alt + Maj + →"],
    ["duplicate", "Dupliquer", "copy", ""],
    ["copy", "Copier, pour coller ailleurs", "clipboard-list", ""],
    ["delete", "Supprimer", "bin", "Suppr"],
  ];

  const KEYS = { ArrowUp: "moveUp", ArrowDown: "moveDown", ArrowLeft: "raise", ArrowRight: "lower" };

  /** The act that keys ask for, if they ask for one. */
  const actOfKeys = ({ altKey, shiftKey, ctrlKey, metaKey, key }) =>
    altKey && shiftKey && !ctrlKey && !metaKey ? KEYS[key] : undefined;

  class Menu {
    /**
     * @param place in which it stands
     * @param act does what is chosen, by its name
     * @param {{ label: string, entries: string[][] }} what is in it: that of a section, if nothing is said
     */
    constructor(place, act, { label: name = "Actions sur la section", entries = ENTRIES } = {}) {
      this.act = act;
      this.element = create("div", { className: "bilan-outline__menu", role: "menu", popover: "auto" });
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

  Object.assign(window.bilanOutline, { actOfKeys, Menu });
})();
