/**
 * The keys of the outline: arrows lead from line to line, with Alt and Shift they move the section. The
 * same keys work on the heading of a section in the form.
 */
import { actOfKeys } from "./menu.js";

export class Keys {
  /** @param panel the outline @param act does something to a section, by its name */
  constructor(panel, act) {
    Object.assign(this, { panel, act });
    panel.place.addEventListener("keydown", (event) => this.press(event));
    panel.body.element.addEventListener("keydown", (event) => this.pressInBody(event));
  }

  press(event) {
    if (event.defaultPrevented || event.target.matches("input")) return;
    const row = event.target.closest("[data-bilan-block]");
    const isMeant = row && (this.lead(event, row) || this.change(event, row));
    if (isMeant) event.preventDefault();
  }

  lead({ key, altKey, ctrlKey, metaKey }, row) {
    if (altKey || ctrlKey || metaKey) return false;
    const links = this.panel.links();
    const place = links.indexOf(row.querySelector("a"));
    const to = {
      ArrowDown: Math.min(place + 1, links.length - 1),
      ArrowUp: place - 1,
      Home: 0,
      End: links.length - 1,
    }[key];
    if (to === undefined) return false;
    (links[to] ?? this.panel.search).focus();
    return true;
  }

  change(event, row) {
    if (!("outlineSection" in row.dataset)) return false;
    const child = this.panel.childOf(row);
    const { key, shiftKey } = event;
    if (key === "ContextMenu" || (key === "F10" && shiftKey)) {
      this.panel.menu.open(row.querySelector("button"), child);
      return true;
    }
    const name = key === "Delete" ? "delete" : actOfKeys(event);
    if (name) this.act(name, child);
    return Boolean(name);
  }

  pressInBody(event) {
    const { target } = event;
    const name = actOfKeys(event);
    if (!name || !target.closest(".w-panel__header")) return;
    const child = this.panel.body.children.find(({ element }) => element.contains(target));
    const header = child?.element.querySelector(".w-panel__header");
    if (child?.type !== "heading" || !header.contains(target)) return;
    event.preventDefault();
    this.act(name, child, true);
  }
}
