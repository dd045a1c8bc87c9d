/**
 * The outline beside the form of a report, in the place of Wagtail's minimap: its sections with their
 * numbers, what they lack, findings and comments. It leads to them, and what is done to a section is
 * done here.
 */
import { create } from "../figure.js";
import { icon } from "../folding/folded.js";
import { Menu } from "../folding/menu.js";
import { history } from "../history.js";
import { Acts } from "./acts.js";
import { Dragging } from "./dragging.js";
import { markHeadings } from "./headings.js";
import { Keys } from "./keys.js";
import { SECTION_MENU } from "./menu.js";
import { Room } from "./room.js";
import { makeRow, measure } from "./row.js";
import { find, query } from "./search.js";
import { readSections } from "./sections.js";
import { Signs } from "./signs.js";

const WIDE_PIXELS = 1440; // px of a window in which the outline is open until somebody closes it
const REMEMBERED = "bilan:outline-open";
const IN_VIEW_PIXELS = 140; // px from the top of the window: where a heading is that one was led to

const TEMPLATE = `
  <div class="bilan-outline__body">
    <div class="bilan-outline__head">
      <h2 class="bilan-outline__heading">Sommaire</h2>
      <button type="button" class="bilan-outline__tool" title="Annuler (Ctrl + Z)"
        aria-label="Annuler" data-outline-undo>${icon("undo")}</button>
      <button type="button" class="bilan-outline__tool" title="Rétablir (Ctrl + Maj + Z)"
        aria-label="Rétablir" data-outline-redo>${icon("redo")}</button>
      <button type="button" class="bilan-outline__tool" title="Rechercher et remplacer (Ctrl + H)"
        aria-label="Rechercher et remplacer" data-outline-replace>${icon("edit")}</button>
      <button type="button" class="bilan-outline__tool" data-outline-fold></button>
      <button type="button" class="bilan-outline__tool" aria-label="Fermer le sommaire"
        title="Fermer le sommaire" data-outline-close>${icon("expand-right")}</button>
    </div>
    <div class="bilan-outline__search">
      ${icon("search")}
      <input type="search" aria-label="Chercher dans le bilan" placeholder="Chercher dans le bilan"
        autocomplete="off" data-outline-search>
    </div>
    <p class="bilan-outline__found" role="status" data-outline-found></p>
    <ol class="bilan-outline__list" data-outline-list></ol>
  </div>`;

/** The one element that some HTML of ours describes. */
function html(source) {
  const template = create("template");
  template.innerHTML = source.trim();
  return template.content.firstElementChild;
}

/** Only where it differs: each change makes the browser look at the whole page. */
function set(element, name, value) {
  if (element[name] !== value) element[name] = value;
}

export class Panel {
  /** @param place the element that it fills @param body the stream of blocks */
  constructor(place, body) {
    Object.assign(this, { place, body });
    this.made = new WeakMap(); // the lines, and what they show
    place.classList.add("bilan-outline");
    this.main = html(TEMPLATE);
    this.main.id = "bilan-outline";
    this.opener = html(`
      <div class="bilan-outline__openers">
        <button type="button" class="button button-small button-secondary" aria-expanded="false"
          aria-controls="bilan-outline" title="Sommaire" data-outline-open data-controller="w-kbd"
          data-w-kbd-key-value="]">${icon("list-ol")} Sommaire</button>
        <button type="button" class="button button-small button-secondary"
          data-outline-fold></button>
        <button type="button" class="button button-small button-secondary" title="Ctrl + H"
          data-outline-replace>${icon("edit")} Remplacer</button>
      </div>`);
    place.replaceChildren(this.opener, this.main);
    this.list = this.part("list");
    this.search = this.part("search");
    this.found = this.part("found");
    this.acts = new Acts(body, (child) => this.goOn(child));
    const act = (...asked) => this.perform(...asked);
    this.menu = new Menu(this.main, act, SECTION_MENU);
    new Keys(this, act);
    new Dragging(this, this.acts);
    this.listen();
    this.toggle(this.wasOpen(), false);
    this.room = new Room(this);
    this.render();
  }

  part(name) {
    return this.place.querySelector(`[data-outline-${name}]`);
  }

  // Open and closed

  wasOpen() {
    try {
      const remembered = localStorage.getItem(REMEMBERED);
      if (remembered) return remembered === "true";
    } catch {
      // a browser that remembers nothing
    }
    return window.innerWidth >= WIDE_PIXELS;
  }

  toggle(open, remember = true) {
    this.isOpen = open;
    document.body.classList.toggle("bilan-outline-open", open);
    this.main.hidden = !open;
    this.part("open").ariaExpanded = String(open);
    if (remember) {
      try {
        localStorage.setItem(REMEMBERED, String(open));
      } catch {
        // it is open until the page is left
      }
    }
    if (open) this.render();
  }

  // What it shows

  /** What the buttons take back and do again: of all that was done to the page. */
  showSteps() {
    const { future, past } = history;
    const steps = { undo: [past.at(-1), "Annuler", "Z"], redo: [future.at(-1), "Rétablir", "Y"] };
    for (const [name, [step, act, key]] of Object.entries(steps)) {
      set(this.part(name), "disabled", !step);
      set(this.part(name), "title", `${[act, step?.label].filter(Boolean).join("\u00a0: ")} (Ctrl + ${key})`);
    }
  }

  /** The lines: where somebody searches, those that have what is sought. */
  render() {
    const outline = readSections(this.body.children);
    this.sections = outline.sections;
    markHeadings(outline.sections);
    this.showSteps();
    if (!this.isOpen || this.isBusy || this.menu.isOpen) return;
    const focused = this.list.contains(document.activeElement) && this.current();
    const isInMenu = document.activeElement.matches(".bilan-outline__more");
    const sought = query(this.search.value);
    const rows = sought ? this.foundRows(outline, sought) : this.rows(outline);
    const isSame = rows.length === this.list.children.length
      && rows.every((row, place) => row === this.list.children[place]);
    if (!isSame) this.list.replaceChildren(...rows);
    set(this.found, "textContent", sought ? this.sayFound(rows) : "");
    if (focused) this.focus(this.body.children.find(({ id }) => id === focused), isInMenu);
    this.makeReachable();
    this.follow();
  }

  rows({ before, sections }) {
    const signs = new Signs();
    const rows = sections.map((section) => this.row(section, signs, section.own));
    if (before.length) {
      const measured = measure(before, signs);
      const shown = { title: "Avant le premier titre", depth: 0, measured };
      rows.unshift(this.known(before[0], shown) ?? this.make(before[0], shown));
    }
    return rows;
  }

  row(section, signs, own) {
    const { child, number, title } = section;
    const depth = number.split(".").length - 1;
    const shown = { number, title, depth, measured: measure([child, ...own], signs) };
    const known = this.known(child, shown);
    if (known) return known;
    const row = this.make(child, shown);
    row.dataset.outlineSection = "";
    const more = create("button", { type: "button", className: "bilan-outline__more", tabIndex: -1 });
    more.innerHTML = icon("dots-horizontal");
    more.ariaLabel = `Actions sur ${number} ${title}`;
    more.ariaExpanded = "false";
    more.setAttribute("aria-haspopup", "menu");
    row.append(more);
    return row;
  }

  make(child, shown) {
    const row = makeRow(child, shown);
    this.made.set(child, { key: JSON.stringify(shown), row });
    return row;
  }

  /** The line of a block as it was: where nothing has changed, the browser lays out nothing anew. */
  known(child, shown) {
    const known = this.made.get(child);
    return known?.key === JSON.stringify(shown) ? known.row : null;
  }

  foundRows(outline, sought) {
    const signs = new Signs();
    return find(outline, sought).flatMap(({ section, blocks }) => [
      ...(section ? [this.row(section, signs, section.own)] : []),
      ...blocks.map(({ child, parts }) => this.excerptRow(child, parts, section)),
    ]);
  }

  excerptRow(child, [before, found, after], section) {
    const depth = section ? section.number.split(".").length : 0;
    const words = create("span", { className: "bilan-outline__title" });
    words.append(before, create("mark", {}, found), after);
    const row = makeRow(child, { title: child.blockDef.meta.label, depth, measured: null });
    row.classList.add("bilan-outline__row--excerpt");
    row.querySelector("a").append(words);
    return row;
  }

  sayFound(rows) {
    const count = rows.filter((row) => !("outlineSection" in row.dataset)).length;
    if (!rows.length) return "Rien n’est trouvé.";
    if (!count) return "Trouvé dans des titres.";
    return `Trouvé dans ${count} bloc${count > 1 ? "s" : ""}.`;
  }

  // Where one is in it

  links() {
    return [...this.list.querySelectorAll(".bilan-outline__link")];
  }

  /** The id of the block whose line has the focus. */
  current() {
    return document.activeElement.closest("[data-bilan-block]")?.dataset.bilanBlock;
  }

  childOf(row) {
    return this.body.children.find(({ id }) => id === row.dataset.bilanBlock);
  }

  rowOf(child) {
    return child && this.list.querySelector(`[data-bilan-block="${CSS.escape(child.id)}"]`);
  }

  focus(child, onMenu = false) {
    const part = onMenu ? "button" : "a";
    const stop = this.rowOf(child)?.querySelector(part) ?? this.links()[0] ?? this.search;
    stop.focus();
  }

  /** Tab leads to one line only, and to what can be done there: arrows lead on. */
  makeReachable(link = null) {
    const stop = link ?? this.list.querySelector(":focus, [aria-current]") ?? this.links()[0];
    for (const row of this.list.children) {
      const isStop = row.contains(stop);
      for (const one of row.querySelectorAll("a, button")) set(one, "tabIndex", isStop ? 0 : -1);
    }
  }

  /** The section that one reads: that of the block with the focus, or what is at the top. */
  sectionInView() {
    const { activeElement: focused } = document;
    if (this.body.element.contains(focused)) {
      const { bottom, top } = focused.getBoundingClientRect();
      const place = this.body.children.findIndex(({ element }) => element.contains(focused));
      const isSeen = place >= 0 && bottom > 0 && top < window.innerHeight;
      if (isSeen) return this.sections.findLast(({ start }) => start <= place);
    }
    const isAbove = ({ child }) => child.element.getBoundingClientRect().top <= IN_VIEW_PIXELS;
    return this.sections.findLast(isAbove);
  }

  /** Marks the line of what is in view. */
  follow() {
    if (!this.isOpen) return;
    const section = this.sectionInView();
    const row = this.rowOf(section?.child) ?? this.list.firstElementChild;
    const link = row?.querySelector("a");
    if (!link || link.ariaCurrent === "location") return;
    this.list.querySelector("[aria-current]")?.removeAttribute("aria-current");
    link.ariaCurrent = "location";
    if (!this.list.contains(document.activeElement)) this.makeReachable(link);
    const { top, bottom } = this.list.getBoundingClientRect();
    const box = row.getBoundingClientRect();
    if (box.top < top || box.bottom > bottom) {
      this.list.scrollTop += box.top - (top + bottom) / 2;
    }
  }

  /** Unfolds what a block is in, and goes to its heading. */
  lead(child) {
    for (let above = child.element; above; above = above.parentElement?.closest(".w-panel")) {
      if (above === child.element) continue;
      above.querySelector(":scope > .w-panel__header [aria-expanded=false]")?.click();
    }
    this.body.lead(child.element);
    const show = () => {
      child.element.querySelector(".w-panel").scrollIntoView({ block: "start", behavior: "instant" });
    };
    // what comes into view on the way may move it
    for (const wait of [0, 300]) setTimeout(show, wait);
  }

  // What somebody does

  listen() {
    this.place.addEventListener("click", (event) => this.click(event));
    document.addEventListener("bilan:history", () => this.showSteps());
    this.list.addEventListener("focusin", ({ target }) => {
      const link = target.closest("li")?.querySelector("a");
      if (link) this.makeReachable(link);
    });
    this.search.addEventListener("input", () => {
      clearTimeout(this.searching);
      this.searching = setTimeout(() => this.render(), 150);
    });
    this.search.addEventListener("keydown", (event) => {
      if (event.key === "Enter") event.preventDefault(); // it would send the page
      if (event.key === "Enter" || event.key === "ArrowDown") {
        clearTimeout(this.searching);
        this.render();
        this.links()[0]?.focus();
        event.preventDefault();
      } else if (event.key === "Escape" && this.search.value) {
        this.search.value = "";
        this.render();
      }
    });
  }

  click(event) {
    const { target } = event;
    if (target.closest("[data-outline-open]")) {
      this.room.take();
      this.toggle(true);
      this.search.focus();
    } else if (target.closest("[data-outline-close]")) {
      this.toggle(false);
      this.part("open").focus();
    }
    if (target.closest("[data-outline-replace]")) {
      const detail = { find: this.search.value };
      document.dispatchEvent(new CustomEvent("bilan:replace", { detail }));
    }
    if (target.closest("[data-outline-undo]")) history.undo();
    if (target.closest("[data-outline-redo]")) history.redo();
    const more = target.closest(".bilan-outline__more");
    if (more) this.menu.open(more, this.childOf(more.closest("li")));
    const link = target.closest(".bilan-outline__link");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const child = this.childOf(link.closest("li"));
    if (child) this.lead(child);
  }

  /** Does something to a section. The focus goes on with it, in the outline or in the body. */
  perform(name, child, inBody = false) {
    if (name === "copy") {
      this.body.copy(this.acts.blocks(this.acts.find(child)));
      return;
    }
    const next = this.acts[name](child);
    if (inBody && next) this.body.lead(next.element);
    else this.goOn(next, child);
  }

  /** Shows the block that an act was about, and leads to it where somebody is in the outline. */
  goOn(next, child) {
    const isHere = this.place.contains(document.activeElement);
    const tool = document.activeElement.closest(".bilan-outline__tool");
    this.render();
    if (tool && !tool.disabled) tool.focus();
    else if (isHere) this.focus(next ?? child);
    next?.element.scrollIntoView({ block: "nearest", behavior: "instant" });
  }
}
