/**
 * The field of a block that refers to a record (see records/widget.py). What the block prints of it
 * is filled from the record where nothing is typed yet: a report keeps what it printed.
 */
(() => {
  "use strict";

  const { RecordField, Widget } = window.bilan;

  /** What is filled, as it is told. */
  const NAMES = { name: "nom", mission: "mission", url: "lien", owner: "administration" };

  class BoundRecord {
    constructor(root, describedBy) {
      this.root = root;
      this.hidden = root.querySelector("input");
      this.idForLabel = `${this.hidden.id}-find`;
      this.filled = new Map(); // input -> what was written into it, by us
      this.field = new RecordField(root, {
        stored: (record) => record.id,
        changed: (record) => this.fill(record?.printed ?? {}),
        id: this.idForLabel,
        describedBy,
      });
      this.input = this.field.input;
    }

    getState() {
      return this.field.record;
    }

    getValue() {
      return this.hidden.value || null;
    }

    setState(record) {
      this.field.show(record);
    }

    setInvalid(invalid) {
      this.input.ariaInvalid = invalid ? "true" : null;
    }

    getTextLabel({ maxLength = Infinity } = {}) {
      return this.input.value.slice(0, maxLength);
    }

    focus() {
      this.input.focus();
    }

    /** Writes what the record says into the block's empty inputs; returns what there is to say. */
    fill(printed) {
      const own = this.root.closest("[data-contentpath]");
      const names = [];
      for (const [name, told] of Object.entries(NAMES)) {
        const beside = own?.parentElement.querySelector(`:scope > [data-contentpath="${name}"]`);
        const input = beside?.querySelector("input[type=text], input[type=url], textarea");
        if (!input) continue;
        const ours = this.filled.get(input) === input.value;
        if ((input.value && !ours) || input.value === (printed[name] ?? "")) continue;
        this.write(input, printed[name] ?? "");
        if (input.value) names.push(told);
      }
      return names.length ? `Repris de la fiche : ${names.join(", ")}.` : "";
    }

    write(input, value) {
      input.value = value;
      this.filled.set(input, value);
      for (const type of ["input", "change"]) input.dispatchEvent(new Event(type, { bubbles: true }));
      input.classList.toggle("bilan-filled", Boolean(value));
      input.addEventListener("input", () => input.classList.remove("bilan-filled"), { once: true });
    }
  }

  class RecordWidget extends Widget {
    Bound = BoundRecord;
  }

  window.telepath.register("bilan.RecordWidget", RecordWidget);
})();
