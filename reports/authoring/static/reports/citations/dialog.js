/** The dialog in which somebody chooses the figures that a number repeats, and how it prints them. */
import { Combobox } from "../combobox.js";
import { matchFigures } from "./matching.js";
import { isSaved, listFigures, printFigures } from "./server.js";

const UNSAVED = "Enregistrez d’abord ce bilan\u00a0: ses chiffres n’ont pas encore d’adresse.";
const NUMBER_OF_FIGURES = { sum: 9, difference: 2, part: 2, growth: 2 };
const SINGLE = 1;

const template = document.createElement("template");
template.innerHTML = `
  <dialog class="bilan-paste bilan-cite" aria-labelledby="bilan-cite-title">
    <h2 class="w-h3" id="bilan-cite-title">Chiffre</h2>
    <label for="bilan-cite-figure">Quel chiffre</label>
    <p class="help" id="bilan-cite-help">Tapez sa valeur ou son nom\u00a0: un chiffre de ce bilan, du bilan d’avant ou d’un
      indicateur. Le nombre du texte lui reste lié.</p>
    <div class="bilan-cite__find"><input type="text" id="bilan-cite-figure" aria-describedby="bilan-cite-help"></div>
    <ol class="bilan-cite__chosen" hidden></ol>
    <label for="bilan-cite-way">Comment</label>
    <select id="bilan-cite-way">
      <option value="same">tel qu’il est écrit</option>
      <option value="rounded">arrondi</option>
      <option value="bare">sans son unité</option>
      <option value="change">sans son signe\u00a0: «\u00a0de plus\u00a0», «\u00a0de moins\u00a0»</option>
      <option value="share">en pourcentage</option>
      <option value="sum">somme de plusieurs chiffres</option>
      <option value="difference">écart\u00a0: le premier moins le second</option>
      <option value="part">part du premier dans le second</option>
      <option value="growth">évolution\u00a0: du second, avant, au premier, après</option>
    </select>
    <label for="bilan-cite-words">Dans le texte</label>
    <input type="text" id="bilan-cite-words">
    <p class="bilan-cite__state" role="status"></p>
    <p class="bilan-paste__actions">
      <button type="button" class="button" value="save" disabled>Citer</button>
      <button type="button" class="button button-secondary" value="">Fermer</button>
      <button type="button" class="button no" value="drop" hidden>Ne plus citer</button>
    </p>
  </dialog>`.trim();

/** The state of the dialog: what is offered, what is chosen, and the words. */
class Citing {
  constructor(given) {
    this.dialog = template.content.firstElementChild.cloneNode(true);
    this.find = this.dialog.querySelector("#bilan-cite-figure");
    this.way = this.dialog.querySelector("select");
    this.words = this.dialog.querySelector("#bilan-cite-words");
    this.state = this.dialog.querySelector(".bilan-cite__state");
    this.listed = this.dialog.querySelector("ol");
    this.save = this.dialog.querySelector("[value=save]");
    this.words.value = given.words;
    this.way.value = given.way || "same";
    this.given = given;
    this.figures = [];
    this.chosen = [];
    this.result = null;
    this.lastPrint = 0;
  }

  say(text) {
    this.state.textContent = text;
  }

  async load() {
    if (!isSaved()) return this.say(UNSAVED);
    const { figures, error } = await listFigures(this.given.words);
    if (error) return this.say(error);
    this.figures = figures;
    this.chosen = this.given.addresses
      .map((address) => figures.find((figure) => figure.address === address))
      .filter(Boolean);
    if (this.given.addresses.length > this.chosen.length) this.say("Sans source\u00a0: choisissez le chiffre.");
    this.draw();
    if (document.activeElement === this.find) this.combobox.look();
    return undefined;
  }

  /** How many figures the way takes at most, and at least. */
  get most() {
    return NUMBER_OF_FIGURES[this.way.value] ?? SINGLE;
  }

  get least() {
    return this.way.value === "sum" ? 2 : this.most;
  }

  /** A figure is added to those of a computation; else it takes the place of the one before. */
  choose(figure) {
    const room = this.most;
    this.chosen = room > this.chosen.length ? [...this.chosen, figure] : [...this.chosen.slice(0, room - 1), figure];
    if (figure.way && room === SINGLE) this.way.value = figure.way;
    this.find.value = "";
    this.draw();
    return this.print();
  }

  draw() {
    this.listed.hidden = !this.chosen.length;
    this.listed.replaceChildren(
      ...this.chosen.map((figure, place) => {
        const item = document.createElement("li");
        const button = document.createElement("button");
        Object.assign(button, { type: "button", className: "button button-small button-secondary", value: `${place}` });
        button.textContent = "Retirer";
        button.setAttribute("aria-label", `Retirer ${figure.text}`);
        item.append(`${figure.text} `, Object.assign(document.createElement("span"), { textContent: figure.line }), " ", button);
        return item;
      }),
    );
    this.save.disabled = !this.isWhole();
  }

  isWhole() {
    const { length } = this.chosen;
    return length >= this.least && length <= this.most && Boolean(this.words.value.trim());
  }

  /** Puts the words in that print what is chosen, near to those that stand there. */
  async print() {
    const turn = (this.lastPrint += 1);
    this.chosen = this.chosen.slice(0, this.most);
    if (this.chosen.length < this.least) return this.draw();
    const { words, holds, error } = await this.ask();
    if (turn !== this.lastPrint) return undefined;
    this.say(error ?? (holds ? "" : "Le texte est mis à jour."));
    if (words) this.words.value = words;
    this.draw();
    this.save.disabled ||= Boolean(error);
    return undefined;
  }

  ask() {
    const addresses = this.chosen.map(({ address }) => address);
    return printFigures(addresses, this.way.value, this.words.value.trim());
  }

  async check() {
    this.draw();
    if (this.save.disabled) return;
    const turn = (this.lastPrint += 1);
    const { words, holds, error } = await this.ask();
    if (turn === this.lastPrint) this.say(error ?? (holds ? "" : `Le chiffre cité s’écrit «\u00a0${words}\u00a0».`));
  }

  take() {
    if (!this.isWhole()) return;
    const of = this.chosen.map(({ address }) => address).join(" ");
    this.result = { of, way: this.way.value, words: this.words.value.trim() };
    this.dialog.close();
  }

  open() {
    const { dialog } = this;
    this.combobox = new Combobox(this.find, {
      find: async (typed) => matchFigures(this.figures, typed),
      choose: (figure) => figure && this.choose(figure),
      leave() {},
    });
    this.way.addEventListener("change", () => this.print());
    this.words.addEventListener("input", () => this.draw());
    this.words.addEventListener("change", () => this.check());
    const drop = dialog.querySelector("[value=drop]");
    drop.hidden = !this.given.addresses.length;
    const actions = {
      save: () => this.take(),
      drop: () => {
        this.result = { of: "", way: "", words: this.given.words };
        dialog.close();
      },
      "": () => dialog.close(),
    };
    dialog.addEventListener("click", ({ target }) => {
      const button = target.closest("button");
      if (!button) return;
      if (button.closest("ol")) {
        this.chosen.splice(Number(button.value), 1);
        this.draw();
        this.find.focus();
      } else actions[button.value]?.();
    });
    dialog.addEventListener(
      "keydown",
      (event) => {
        if (event.isComposing) return;
        if (event.key === "Escape") {
          event.preventDefault();
          event.stopPropagation();
          dialog.close();
        } else if (event.key === "Enter" && (event.target === this.words || event.target === this.way)) {
          event.preventDefault();
          this.take();
        } else if (event.key === "Enter" && event.target === this.find && !this.find.value && this.isWhole()) {
          event.preventDefault();
          event.stopPropagation();
          this.take();
        }
      },
      true,
    );
    dialog.querySelector(".bilan-paste__actions").addEventListener("mousedown", (event) => event.preventDefault());
    // what is typed here belongs to no field of the form
    for (const type of ["input", "change", "keydown", "paste"]) {
      dialog.addEventListener(type, (event) => event.stopPropagation());
    }
    document.body.append(dialog);
    dialog.showModal();
    this.find.focus();
    this.load();
    return new Promise((resolve) => {
      dialog.addEventListener("close", () => {
        dialog.remove();
        resolve(this.result);
      });
    });
  }
}

/**
 * Asks which figures a number repeats.
 * @param {{ words: string, addresses: string[], way: string }} given the number so far, and what it cites
 * @returns {Promise<{ of: string, way: string, words: string } | null>} nothing where it stays; without
 *   addresses where it cites nothing any more
 */
export const chooseFigures = (given) => new Citing(given).open();
