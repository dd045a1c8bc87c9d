/**
 * The dialog that shows what would be replaced before it is: of words that somebody searches, or of what
 * a rule mends. Nothing changes before the button that says how many places are ticked.
 */
import { describePlaces, Passages } from "./passages.js";
import { ask } from "./request.js";

const NOTHING = "Rien n’est trouvé.";
const NOTHING_TO_MEND = "Il n’y a rien ici que Bilan puisse corriger lui-même.";

const template = document.createElement("template");
template.innerHTML = `
  <dialog class="bilan-paste bilan-replace" aria-labelledby="bilan-replace-title">
    <h2 class="w-h3" id="bilan-replace-title">Rechercher et remplacer</h2>
    <form class="bilan-replace__search" novalidate>
      <label>Chercher <input type="text" name="find" autocomplete="off"></label>
      <label>Remplacer par <input type="text" name="replacement" autocomplete="off"></label>
      <fieldset>
        <legend class="w-sr-only">Options</legend>
        <label><input type="checkbox" name="accents"> Respecter les accents</label>
        <label><input type="checkbox" name="case"> Respecter la casse</label>
        <label><input type="checkbox" name="whole"> Mots entiers</label>
      </fieldset>
      <button class="button button-secondary">Chercher</button>
    </form>
    <p role="status" class="bilan-paste__status"></p>
    <label class="bilan-replace__all" hidden><input type="checkbox" checked> Tout cocher</label>
    <div class="bilan-paste__found" tabindex="0" role="group" aria-label="Ce qui serait remplacé" hidden>
      <ol class="bilan-replace__list"></ol>
    </div>
    <p class="bilan-replace__legend" hidden>␣ : espace insécable</p>
    <p class="bilan-paste__actions">
      <button type="button" class="button" value="replace" disabled></button>
      <button type="button" class="button button-secondary" value="">Fermer</button>
    </p>
  </dialog>`.trim();

export class ReplaceDialog {
  /**
   * @param take is called with the blocks and fields that are other ones now, and how many places that is
   * @param {{ rule?: string, title?: string, find?: string }} given what mends, or what to search first
   */
  constructor(take, { rule = "", title = "", find = "" } = {}) {
    this.take = take;
    this.rule = rule;
    this.dialog = template.content.firstElementChild.cloneNode(true);
    this.search = this.dialog.querySelector("form");
    this.status = this.dialog.querySelector("[role=status]");
    this.all = this.dialog.querySelector(".bilan-replace__all");
    this.replace = this.dialog.querySelector("[value=replace]");
    this.passages = new Passages(this.dialog.querySelector("ol"), () => this.count());
    this.listen();
    this.clear();
    document.body.append(this.dialog);
    this.dialog.showModal();
    if (rule) {
      this.search.remove();
      this.dialog.querySelector("h2").textContent = `Corriger partout : ${title}`;
      this.look();
    } else {
      this.search.elements.find.value = find;
      this.search.elements.find.select();
    }
  }

  listen() {
    this.search.addEventListener("submit", (event) => {
      event.preventDefault();
      this.look();
    });
    this.search.addEventListener("input", () => this.clear());
    this.all.addEventListener("change", ({ target }) => {
      this.passages.tick(target.checked);
      this.count();
    });
    this.replace.addEventListener("click", () => this.apply());
    this.dialog.querySelector('[value=""]').addEventListener("click", () => this.dialog.close());
    this.dialog.addEventListener("close", () => this.dialog.remove());
  }

  get asked() {
    return this.rule ? { rule: this.rule } : Object.fromEntries(new FormData(this.search));
  }

  /** What was found is of another search. */
  clear() {
    this.looking = null;
    this.say("");
    this.show([]);
  }

  say(text, isError = false) {
    this.status.classList.toggle("bilan-replace__fault", isError);
    this.status.textContent = text;
  }

  show(passages) {
    this.passages.show(passages);
    this.all.querySelector("input").checked = true;
    this.all.hidden = passages.length < 2;
    this.dialog.querySelector(".bilan-paste__found").hidden = !passages.length;
    const words = passages.map(({ old, new: made }) => old + made).join("");
    this.dialog.querySelector(".bilan-replace__legend").hidden = !/[\u00a0\u202f]/.test(words);
    this.count();
  }

  /** Says on the button how many places are ticked. */
  count() {
    const { length } = this.passages.chosen;
    const verb = this.rule ? "Corriger" : "Remplacer";
    this.replace.textContent = length ? `${verb} (${length})` : verb;
    this.replace.disabled = !length;
  }

  async look() {
    const looking = {};
    this.clear();
    this.looking = looking;
    this.say("Recherche…");
    const answer = await ask(this.asked);
    if (this.looking !== looking || !this.dialog.open) return;
    if (answer.error) {
      this.say(answer.error, true);
      return;
    }
    const { count, passages } = answer;
    this.show(passages);
    this.replace.hidden = Boolean(this.rule) && !passages.length; // there is nothing to press it for
    this.say(this.describe(count, passages));
    if (this.rule && passages.length) this.replace.focus();
  }

  describe(count, passages) {
    if (!count) return this.rule ? NOTHING_TO_MEND : NOTHING;
    if (count > passages.length) {
      const [all, first] = [count, passages.length].map((one) => one.toLocaleString("fr"));
      return `Voici les ${first} premiers passages sur ${all} : remplacez-les, puis recommencez.`;
    }
    const blocks = this.passages.countBlocks(passages.map(({ key }) => key));
    const isBeside = passages.some(({ block }) => block === "page");
    return `${describePlaces(count, blocks - isBeside, isBeside)}.`;
  }

  async apply() {
    const { chosen } = this.passages;
    this.replace.disabled = true;
    const answer = await ask(this.asked, chosen);
    if (!this.dialog.open) return;
    this.count();
    if (answer.error) {
      this.say(answer.error, true);
      return;
    }
    this.dialog.close();
    this.take(answer, chosen.length);
  }
}
