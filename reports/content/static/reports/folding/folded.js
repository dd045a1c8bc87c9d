/**
 * A block of the body that nobody has opened: a heading with a summary, and no fields. It does for
 * Wagtail's sequence of blocks what Wagtail's own child does, and makes its fields when it is
 * unfolded. Until something in them changes, the form posts what stands for the stored block.
 */
import { fresh, mint } from "./clipboard.js";
import { summary } from "./summary.js";

const SLICE_MILLISECONDS = 40; // ms of work at once, when many blocks are unfolded together

const ACTIONS = [
  ["MOVE_UP", "Move up", "arrow-up"],
  ["MOVE_DOWN", "Move down", "arrow-down"],
  ["DRAG", "Drag", "grip"],
  ["DUPLICATE", "Duplicate", "copy"],
  ["DELETE", "Delete", "bin"],
];

/** One of Wagtail's icons, as HTML. */
export function icon(name, more = "") {
  const use = `<use href="#icon-${name}"></use>`;
  return `<svg class="icon icon-${name} ${more}" aria-hidden="true">${use}</svg>`;
}

/** Templates of such blocks by kind: made once, then cloned. */
const shells = new Map();

function shell(definition) {
  if (shells.has(definition.name)) return shells.get(definition.name);
  const said = window.django?.gettext ?? ((text) => text);
  const { meta } = definition;
  const link = icon("link", "w-panel__icon");
  const actions = ACTIONS.map(
    ([action, label, image]) =>
      `<button type="button" class="button button--icon text-replace white" title="${said(label)}"
        data-streamfield-action="${action}">${icon(image)}</button>`,
  );
  const template = document.createElement("template");
  template.innerHTML = `
    <div data-streamfield-child>
      <section class="w-panel w-panel--nested" data-panel>
        <div class="w-panel__header bilan-head">
          <a class="w-panel__anchor w-panel__anchor--prefix" data-panel-anchor>${link}</a>
          <button class="w-panel__toggle" type="button" aria-label="${said("Toggle section")}"
            aria-expanded="false" data-panel-toggle>${icon(meta.icon, "w-panel__icon")}</button>
          <h2 class="w-panel__heading w-panel__heading--label" aria-level="3" data-panel-heading>
            <span class="c-sf-block__type"></span>
            ${meta.required ? '<span class="w-required-mark" data-panel-required>*</span>' : ""}
            <span data-panel-heading-text class="c-sf-block__title"></span>
          </h2>
          <a class="w-panel__anchor w-panel__anchor--suffix">${link}</a>
          <div class="w-panel__divider"></div>
          <div class="w-panel__controls" data-panel-controls>${actions.join("")}</div>
        </div>
        <div class="w-panel__content" hidden><div data-streamfield-block></div></div>
      </section>
    </div>`.trim();
  template.content.querySelector(".c-sf-block__type").textContent = meta.label;
  shells.set(definition.name, template);
  return template;
}

function hidden(name, value) {
  return Object.assign(document.createElement("input"), { type: "hidden", name, value });
}

/** Children that wait to be opened: "unfold all" must not freeze the page. */
const waiting = [];

function work() {
  const end = performance.now() + SLICE_MILLISECONDS;
  while (waiting.length && performance.now() < end) waiting.shift().open();
  if (waiting.length) setTimeout(work);
}

/** Fields in one form: a rich text writes its JSON in its own way as soon as it is shown. */
function canonical(fields) {
  const inOrder = (_, value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    const said = Object.entries(value).filter(([, part]) => JSON.stringify(part) !== "{}");
    return Object.fromEntries(said.sort());
  };
  return fields.replaceAll(/^.*\{.*$/gm, (line) => {
    const [name, text] = JSON.parse(line);
    try {
      const value = JSON.parse(text);
      const empty = value.blocks?.every((block) => !block.text);
      return JSON.stringify([name, empty ? "null" : value], inOrder);
    } catch {
      return line;
    }
  });
}

export class FoldedChild extends EventTarget {
  /**
   * @param {{ kept?: string, signed?: string, said: string }} stored what stands for the block, which is
   *   stored or was made by the server meanwhile, and its summary
   */
  constructor(sequence, blockDef, placeholder, prefix, index, id, state, { kept, signed, said }) {
    super();
    Object.assign(this, { sequence, blockDef, prefix, index, id, state, kept, signed, said });
    this.type = blockDef.name;
    this.draw(placeholder);
    this.toggle.addEventListener("click", () => this.fold(this.expanded));
    this.toggle.addEventListener("wagtail:panel-toggle", ({ detail }) => {
      if (detail.expanded && !this.block && waiting.push(this) === 1) setTimeout(work);
      this.describe();
    });
    this.find("[data-panel-heading]").addEventListener("click", () => this.fold(this.expanded));
    this.content.addEventListener("beforematch", () => this.fold(false));
    this.controls.addEventListener("click", (event) => this.act(event));
  }

  draw(placeholder) {
    this.element = shell(this.blockDef).content.firstElementChild.cloneNode(true);
    this.element.dataset.contentpath = this.id;
    const [section, heading, content] = ["section", "heading", "content"].map(
      (part) => `block-${this.id}-${part}`,
    );
    this.toggle = this.find("[data-panel-toggle]");
    this.content = this.find(".w-panel__content");
    this.controls = this.find("[data-panel-controls]");
    this.title = this.find("[data-panel-heading-text]");
    const panel = this.find("[data-panel]");
    panel.collapsibleInitialised = true; // Wagtail would listen to the same clicks
    panel.id = section;
    this.content.id = content;
    this.find("[data-panel-heading]").id = heading;
    panel.setAttribute("aria-labelledby", heading);
    this.toggle.setAttribute("aria-describedby", heading);
    this.toggle.setAttribute("aria-controls", content);
    for (const anchor of this.element.querySelectorAll(".w-panel__anchor")) {
      anchor.href = `#${section}`;
      anchor.setAttribute("aria-labelledby", heading);
    }
    this.title.textContent = this.said;
    placeholder.replaceWith(this.element);
  }

  find(selector) {
    return this.element.querySelector(selector);
  }

  get expanded() {
    return this.toggle.ariaExpanded === "true";
  }

  // Opening and folding

  /** Makes the fields, as Wagtail's own child does when it is made. */
  open() {
    if (this.block || this.deleted) return;
    const { StructBlockDefinition } = window.wagtailStreamField.blocks;
    if (this.blockDef instanceof StructBlockDefinition) this.blockDef.collapsible = false;
    const placeholder = this.find("[data-streamfield-block]");
    const inputs = [
      ["deleted", ""],
      ["order", this.index],
      ["type", this.type],
      ["id", this.id],
    ].map(([name, value]) => hidden(`${this.prefix}-${name}`, value));
    this.element.prepend(...inputs);
    [this.deletedInput, this.indexInput] = inputs;
    const made = [placeholder, `${this.prefix}-value`, this.state, undefined];
    this.block = this.blockDef.render(...made, this.capabilities());
    this.written = canonical(this.fields());
    if (!this.whole) this.sequence.shorten(this.block);
  }

  capabilities() {
    const { sequence } = this;
    const addSibling = {
      enabled: true,
      fn: (request) => sequence._onRequestInsert(this.index + 1, request),
      blockGroups: sequence.getBlockGroups(),
      getBlockCount: sequence.getBlockCount.bind(sequence),
      getBlockMax: sequence.getBlockMax.bind(sequence),
    };
    return new Map([
      ["duplicate", { enabled: true, fn: this.duplicate.bind(this) }],
      ["split", { enabled: true, fn: this.split.bind(this) }],
      ["addSibling", addSibling],
    ]);
  }

  /** Unfolds it, and everything in it: somebody is led to a spot that may be anywhere in it. */
  show() {
    this.whole = true;
    this.fold(false);
  }

  fold(folded) {
    if (!folded) this.open();
    this.toggle.ariaExpanded = String(!folded);
    this.content.hidden = folded && ("onbeforematch" in document.body ? "until-found" : true);
    const tell = (name, detail) =>
      this.toggle.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
    tell("commentAnchorVisibilityChange");
    tell("wagtail:panel-toggle", { expanded: !folded });
  }

  collapse() {
    this.fold(true);
  }

  describe() {
    this.title.textContent = this.getTextLabel();
  }

  getTextLabel() {
    if (!this.block) return this.said;
    return summary(this.sequence.blockDef.meta.summaries[this.type], this.block);
  }

  // What the form posts

  /** The fields of the block as they are now, on one line each. */
  fields() {
    const inputs = [...this.content.querySelectorAll("[name]")];
    const value = (input) => (input.type === "checkbox" ? input.checked : input.value);
    return inputs.map((input) => JSON.stringify([input.name, value(input)])).join("\n");
  }

  /** The name and the value of the one field that stands for the block, as long as nothing in it has
   *  changed. One that was refused is posted as it is seen: a table is seen square, however it was stored.
   */
  get standIn() {
    if (this.deleted || this.refused || (this.block && this.changed)) return null;
    const { index, id, kept, prefix, signed } = this;
    return signed ? [`${prefix}-signed`, `${index} ${signed}`] : [`${prefix}-kept`, `${index} ${id} ${kept}`];
  }

  get changed() {
    const now = this.fields();
    if (now !== this.seen) this.differs = canonical(now) !== this.written;
    this.seen = now;
    return this.differs;
  }

  // What Wagtail's sequence and its buttons ask of a child

  act(event) {
    const pressed = event.target.closest("[data-streamfield-action]");
    const call = {
      MOVE_UP: () => this.moveUp(),
      MOVE_DOWN: () => this.moveDown(),
      DUPLICATE: () => this.duplicate({ animate: true }),
      DELETE: () => this.delete({ animate: true }),
    }[pressed?.dataset.streamfieldAction];
    call?.();
  }

  moveUp() {
    this.sequence.moveBlockUp(this.index);
  }

  moveDown() {
    this.sequence.moveBlockDown(this.index);
  }

  duplicate(options) {
    this.sequence.duplicateBlock(this.index, options);
  }

  delete(options) {
    this.sequence.deleteBlock(this.index, options);
  }

  split(...parts) {
    this.sequence.splitBlock(this.index, ...parts);
  }

  markDeleted() {
    this.deleted = true;
    if (this.deletedInput) this.deletedInput.value = "1";
    else this.element.prepend((this.mark = hidden(`${this.prefix}-deleted`, "1")));
    this.element.hidden = true;
    const path = this.getContentPath();
    if (path) window.comments.commentApp?.invalidateContentPath(path);
  }

  /** What `markDeleted` did is undone. */
  bringBack() {
    this.deleted = false;
    this.mark?.remove();
    if (this.deletedInput) this.deletedInput.value = "";
    this.element.hidden = false;
  }

  getContentPath() {
    return window.comments?.getContentPath(this.element);
  }

  setIndex(index) {
    this.index = index;
    if (this.indexInput) this.indexInput.value = index;
  }

  setError(error) {
    if (!error) return;
    this.show();
    this.refused = true;
    this.block.setError(error);
  }

  getState() {
    return { type: this.type, id: this.id, value: this.block?.getState() ?? this.state };
  }

  getValue() {
    this.open();
    return { type: this.type, id: this.id, value: this.block.getValue() };
  }

  getDuplicatedState() {
    const value = this.block?.getDuplicatedState() ?? fresh(this.blockDef, this.state);
    return { type: this.type, id: mint(), value };
  }

  setState({ value }) {
    this.open();
    this.block.setState(value);
  }

  focus() {
    this.toggle.focus();
  }

  permit(action, allowed) {
    this.controls.querySelector(`[data-streamfield-action="${action}"]`).disabled = !allowed;
  }

  enableMoveUp() {
    this.permit("MOVE_UP", true);
  }

  disableMoveUp() {
    this.permit("MOVE_UP", false);
  }

  enableMoveDown() {
    this.permit("MOVE_DOWN", true);
  }

  disableMoveDown() {
    this.permit("MOVE_DOWN", false);
  }

  enableDuplication() {
    this.permit("DUPLICATE", true);
  }

  disableDuplication() {
    this.permit("DUPLICATE", false);
  }

  enableSplit() {
    this.block?.setCapabilityOptions?.("split", { enabled: true });
  }

  disableSplit() {
    this.block?.setCapabilityOptions?.("split", { enabled: false });
  }
}
