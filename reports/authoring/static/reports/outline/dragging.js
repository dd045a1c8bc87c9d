/** A section that is dragged in the outline with a pointer: a line shows where it would begin. */
import { create } from "../figure.js";

const MIN_DRAG_PIXELS = 6; // px that a pointer moves before it drags
const EDGE_PIXELS = 40; // px from the ends of the list in which it scrolls
const STEP_PIXELS = 12; // px that it then scrolls at once

export class Dragging {
  /** @param panel the outline @param acts what is done when the section is let go of */
  constructor(panel, acts) {
    Object.assign(this, { panel, acts, list: panel.list });
    this.line = create("div", { className: "bilan-outline__drop", ariaHidden: "true" });
    this.list.addEventListener("pointerdown", (event) => this.wait(event));
    // the click that ends a drag leads nowhere
    panel.place.addEventListener("click", (event) => this.swallow(event), true);
  }

  wait(event) {
    const row = event.target.closest("[data-outline-section]");
    const isFinger = event.pointerType === "touch"; // which scrolls the list
    if (!row || event.button || isFinger || event.target.closest("button")) return;
    const stop = new AbortController();
    const { signal } = stop;
    this.stop = stop;
    this.dragged = null;
    const [x, y] = [event.clientX, event.clientY];
    const move = (moved) => {
      const distance = Math.hypot(moved.clientX - x, moved.clientY - y);
      if (!this.dragged && distance > MIN_DRAG_PIXELS) this.begin(row);
      if (this.dragged) this.show(moved.clientY);
    };
    document.addEventListener("pointermove", move, { signal });
    document.addEventListener("pointerup", () => this.end(true), { signal });
    document.addEventListener("pointercancel", () => this.end(false), { signal });
    const escape = (pressed) => pressed.key === "Escape" && this.end(false);
    document.addEventListener("keydown", escape, { signal, capture: true });
  }

  begin(row) {
    const child = this.panel.childOf(row);
    this.dragged = this.acts.find(child);
    this.destinations = this.acts.destinations(this.dragged);
    this.panel.isBusy = true;
    this.mark(true);
    document.body.classList.add("bilan-outline-dragging");
  }

  mark(isDragged) {
    const { start, end } = this.dragged;
    for (const child of this.panel.body.children.slice(start, end)) {
      this.panel.rowOf(child)?.classList.toggle("bilan-outline__row--dragged", isDragged);
    }
  }

  /** The line stands at the nearest place where the section may begin. */
  show(y) {
    this.scroll(y);
    const top = this.list.getBoundingClientRect().top - this.list.scrollTop;
    const places = [...this.destinations, this.dragged.start].map((index) => {
      const row = this.panel.rowOf(this.panel.body.children[index]);
      const edge = row ? row.getBoundingClientRect().top : this.lastEdge();
      return { index, edge };
    });
    const distance = ({ edge }) => Math.abs(edge - y);
    const nearest = places.reduce((one, other) => (distance(other) < distance(one) ? other : one));
    this.to = nearest.index;
    this.line.style.insetBlockStart = `${nearest.edge - top - 1}px`;
    this.line.hidden = this.to === this.dragged.start;
    this.list.append(this.line);
  }

  lastEdge() {
    const rows = this.list.querySelectorAll(".bilan-outline__row");
    return rows[rows.length - 1].getBoundingClientRect().bottom;
  }

  scroll(y) {
    const { top, bottom } = this.list.getBoundingClientRect();
    if (y < top + EDGE_PIXELS) this.list.scrollTop -= STEP_PIXELS;
    if (y > bottom - EDGE_PIXELS) this.list.scrollTop += STEP_PIXELS;
  }

  end(isDropped) {
    this.stop.abort();
    if (!this.dragged) return;
    const { child, start } = this.dragged;
    this.mark(false);
    this.dragged = null;
    this.line.remove();
    this.panel.isBusy = false;
    document.body.classList.remove("bilan-outline-dragging");
    this.hasDragged = true;
    setTimeout(() => (this.hasDragged = false));
    if (isDropped && this.to !== start) this.acts.move(child, this.to);
    this.panel.render();
    this.panel.focus(child);
  }

  swallow(event) {
    if (!this.hasDragged) return;
    event.preventDefault();
    event.stopPropagation();
  }
}
