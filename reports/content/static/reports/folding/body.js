/**
 * The body of a report in the editor: Wagtail's stream of blocks, in which stored blocks begin
 * folded and without fields, and in which blocks and whole sections are copied and pasted.
 */
import { history } from "../history.js";
import { announce } from "./announcement.js";
import { addMenu } from "./block_menu.js";
import { fresh, mint, read, stateOf, write } from "./clipboard.js";
import { setBody } from "./current_body.js";
import { Deletion } from "./deletion.js";
import { FoldedChild } from "./folded.js";
import { Inserter, PASTE } from "./inserter.js";
import { withRuns } from "./runs.js";
import { summary } from "./summary.js";

const { StreamBlock, StreamBlockDefinition } = window.wagtailStreamField.blocks;

const SETTLED_MILLISECONDS = 200; // ms without an edit before a heading says what the block now says
const MAX_UNFOLDED_ITEMS = 3; // items of a list from which on they begin folded in a block that is unfolded

const OPENING_MILLISECONDS = 20; // ms after which Wagtail has begun to unfold a new block

/** Keeps the field with the focus in the window when the new block that has it has grown. */
function followFocus(element) {
  const show = () => {
    const { activeElement } = document;
    if (!element.contains(activeElement)) return;
    activeElement.scrollIntoView({ block: "nearest", behavior: "instant" });
  };
  setTimeout(() => window.jQuery(element).promise().done(show), OPENING_MILLISECONDS);
}

/** Ids of blocks that somebody has commented. */
function commented() {
  const data = document.getElementById("comments-data");
  const comments = data ? JSON.parse(data.textContent).comments ?? [] : [];
  return new Set(comments.map(({ contentpath }) => contentpath.split(".")[1]));
}

class FoldingStreamBlock extends withRuns(StreamBlock) {
  constructor(...args) {
    super(...args);
    setBody(this);
    this.form = this.element.closest("form");
    this.form?.addEventListener("formdata", ({ formData }) => this.write(formData));
    this.element.addEventListener("input", ({ target }) => this.describe(target));
    this.element.addEventListener("change", ({ target }) => this.describe(target));
    window.addEventListener("hashchange", () => this.reveal());
    const talked = commented();
    for (const child of this.children) if (talked.has(child.id)) child.show?.();
    this.reveal();
  }

  // Making children and the buttons between them

  /** Folded blocks are made outside the page, whose many observers would look at each by itself. */
  setState(state) {
    const container = this.sequenceContainer;
    const isFolded = state.every(({ kept }) => kept);
    if (isFolded) this.sequenceContainer = window.jQuery(new DocumentFragment());
    super.setState(state);
    if (isFolded) container[0].replaceChildren(this.sequenceContainer[0]);
    this.sequenceContainer = container;
  }

  insert(child, index, options) {
    this.stored = child.kept && { kept: child.kept, said: child.summary };
    try {
      return super.insert(child, index, options);
    } finally {
      this.stored = null;
    }
  }

  _createChild(definition, placeholder, prefix, index, id, state, ...more) {
    const made = this.stored
      ? new FoldedChild(this, definition, placeholder, prefix, index, id, state, this.stored)
      : super._createChild(definition, placeholder, prefix, index, id, state, ...more);
    if (!this.stored) this.adopt(made);
    addMenu(this, made);
    return made;
  }

  /** Wagtail's own child says the same of itself as a folded one, and comes back like one. */
  adopt(child) {
    const format = this.blockDef.meta.summaries[child.type];
    child.getTextLabel = () => summary(format, child.block);
    child.title = child.element.querySelector("[data-panel-heading-text]");
    child.title.textContent = child.getTextLabel();
    child.bringBack = () => {
      child.deletedInput.val("");
      child.element.style.display = "";
      child.element.removeAttribute("aria-hidden");
    };
  }

  _createInsertionControl(placeholder, { index }) {
    const onRequestInsert = (place, request) => this._onRequestInsert(place, request);
    const make = (element, place) =>
      super._createInsertionControl(element, { index: place, onRequestInsert });
    return new Inserter(placeholder, index, make, () => read(this.blockDef.childBlockDefsByName));
  }

  _onRequestInsert(index, request) {
    if (request.type === PASTE) this.paste(index);
    else {
      super._onRequestInsert(index, request);
      this.recordInsertion("insérer un bloc", [this.children[index]]);
      followFocus(this.children[index].element);
    }
  }

  // Folding

  /** Long lists of a block that is unfolded begin folded. */
  shorten(block) {
    for (const { children = [] } of Object.values(block.childBlocks ?? {})) {
      if (children.length > MAX_UNFOLDED_ITEMS) children.forEach((item) => item.collapse());
    }
  }

  /** Keeps the heading of the block current in which somebody types. */
  describe(element) {
    const child = this.children.find((one) => one.element.contains(element));
    if (!child) return;
    clearTimeout(child.describing);
    child.describing = setTimeout(() => {
      child.title.textContent = child.getTextLabel();
      this.tell();
    }, SETTLED_MILLISECONDS);
  }

  /** Tells the page that the body has changed: which blocks it has, their order or their words. */
  tell() {
    document.dispatchEvent(new CustomEvent("bilan:body-change"));
  }

  blockCountChanged() {
    super.blockCountChanged();
    this.tell();
  }

  /** Unfolds the block that the address of the page leads to, itself or something in it. */
  reveal(address = decodeURIComponent(window.location.hash)) {
    if (!/[\da-f]{8}-/.test(address)) return;
    const ids = ({ id, state }) => [id, ...(JSON.stringify(state).match(/[\da-f-]{36}/g) ?? [])];
    const leads = (child) => child instanceof FoldedChild && ids(child).some((id) => address.includes(id));
    this.children.find(leads)?.show();
  }

  // What the form posts

  write(formData) {
    const standIns = new Map();
    for (const child of this.children) {
      if (child.standIn) standIns.set(child.prefix, child.standIn);
    }
    for (const name of [...formData.keys()]) {
      const prefix = name.startsWith(`${this.prefix}-`) && name.match(/^.*?-\d+(?=-)/)?.[0];
      if (standIns.has(prefix)) formData.delete(name);
    }
    for (const standIn of standIns.values()) formData.append(...standIn);
  }

  // Copying and pasting

  /** A heading and what stands below it, up to the next heading of its level or above. */
  section(heading) {
    const level = (child) => Number([].concat(this.stateOf(child).level)[0]);
    const rest = this.children.slice(heading.index + 1);
    const next = (child) => child.type === "heading" && level(child) <= level(heading);
    const end = rest.findIndex(next);
    return [heading, ...(end < 0 ? rest : rest.slice(0, end))];
  }

  stateOf(child) {
    return child.block ? stateOf(child.block) : child.state;
  }

  copy(children) {
    const [first] = children;
    const { label } = first.blockDef.meta;
    const count = children.length > 1 ? ` (${children.length} blocs)` : "";
    const name = [label, first.getTextLabel()].filter(Boolean).join(" : ") + count;
    const blocks = children.map((child) => ({ type: child.type, value: this.stateOf(child) }));
    announce(
      write(name, blocks)
        ? `Copié : ${name}. Collez-le ici ou dans un autre bilan : bouton « + » entre deux blocs.`
        : "Ce contenu est trop long pour être copié : copiez moins de blocs à la fois.",
    );
  }

  paste(index) {
    const copied = read(this.blockDef.childBlockDefsByName);
    if (!copied || copied.error) {
      announce(copied?.error ?? "Rien n’a été copié.");
      return;
    }
    const made = this.insertStates(copied.blocks, index);
    if (!made?.length) return;
    const { length } = made;
    this.recordInsertion("coller des blocs", made);
    announce(length > 1 ? `${length} blocs collés.` : "Bloc collé.");
  }

  /** Makes blocks of copied states, all or none, and returns them. */
  insertStates(blocks, index) {
    const before = this.children.length;
    try {
      blocks.forEach(({ type, value }, place) => {
        const definition = this.blockDef.childBlockDefsByName[type];
        const state = this.unanchored(type, fresh(definition, value));
        this._insert(definition, state, mint(), index + place, {
          animate: blocks.length <= MAX_UNFOLDED_ITEMS,
          focus: !place,
          collapsed: place > 0,
        });
      });
    } catch (error) {
      console.error(error);
      this.removeRun(this.children.slice(index, index + this.children.length - before));
      announce("Le contenu copié n’a pas pu être collé : rien n’a changé. Copiez-le de nouveau.");
      return null;
    }
    return this.children.slice(index, index + blocks.length);
  }

  duplicateBlock(index, options) {
    const child = this.children[index];
    const state = child.getDuplicatedState();
    state.value = this.unanchored(state.type, state.value);
    const copy = this.insert(state, index + 1, { ...options, focus: true });
    this.recordInsertion("dupliquer un bloc", [copy]);
  }

  /** A copied heading without the addresses that another heading of this report has. */
  unanchored(type, state) {
    if (type !== "heading") return state;
    const headings = this.children.filter((child) => child.type === "heading");
    const addresses = ({ anchor, old_anchors: old }) => [anchor, ...old.map((one) => one.value)];
    const taken = new Set(headings.flatMap((child) => addresses(this.stateOf(child))));
    return {
      ...state,
      anchor: taken.has(state.anchor) ? "" : state.anchor,
      old_anchors: state.old_anchors.filter(({ value }) => !taken.has(value)),
    };
  }

  // Deleting and bringing back

  /** At once, without Wagtail's animation: what follows is kept in view. */
  deleteBlock(index) {
    const held = this.children[index].element.contains(document.activeElement);
    this.deletion?.end();
    this.deletion = new Deletion(this, this.children[index]);
    const next = (this.children[index] ?? this.inserters[index]).element;
    this.deletion.offer(next);
    if (held) this.lead(next);
  }

  /** Tells all children and the buttons between them where they stand now. */
  number() {
    const last = this.children.length - 1;
    this.inserters.forEach((inserter, index) => inserter.setIndex(index));
    this.children.forEach((child, index) => {
      child.setIndex(index);
      if (index) child.enableMoveUp();
      else child.disableMoveUp();
      if (index < last) child.enableMoveDown();
      else child.disableMoveDown();
    });
    this.blockCountChanged();
  }

  // Where the focus goes

  /** Into the heading of a block, or to a button between two. */
  lead(element) {
    const button = element.querySelector("[data-panel-toggle], .c-sf-add-button");
    button.focus({ preventScroll: true });
    (element.querySelector(".w-panel__header") ?? button).scrollIntoView({
      block: "nearest",
      behavior: "instant",
    });
  }

  /** Moves a block as Wagtail does, and records that. */
  recordMove(from, to) {
    const run = [this.children[from]];
    const before = [...this.children];
    super.moveBlock(from, to);
    const after = [...this.children];
    const place = (order) => this.lead(this.placeRun(run, this.follower(order, run)).element);
    const label = "déplacer un bloc";
    history.record({ label, undo: () => place(before), redo: () => place(after) });
  }

  moveBlock(from, to) {
    const { element } = this.children[from];
    const held = element.contains(document.activeElement) && document.activeElement;
    this.recordMove(from, to);
    this.tell();
    if (!held) return;
    (held.disabled ? element.querySelector("[data-panel-toggle]") : held).focus();
    announce(`Le bloc est maintenant le ${to + 1}ᵉ sur ${this.children.length}.`);
  }
}

class FoldingStreamBlockDefinition extends StreamBlockDefinition {
  render(placeholder, prefix, state, error) {
    return new FoldingStreamBlock(this, placeholder, prefix, state, error);
  }
}

window.telepath.register("bilan.FoldingStreamBlock", FoldingStreamBlockDefinition);
