/**
 * The dialog that shows what would be replaced before it is: of words that somebody searches, of what a
 * rule mends, or of what another tool finds. Nothing changes before the button that says how many places
 * are ticked.
 */
import { describePlaces, Passages } from "./passages.js";
import { ask } from "./request.js";

const NOTHING = "Rien n’est trouvé.";

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
   * @param {{ tool?: string, values?: Record<string, string>, title?: string, verb?: string,
   *   nothing?: string, find?: string }} given a tool of the body, what it is asked, the words of the
   *   dialog; without a title, a search for which somebody types the words
   */
  constructor(take, { tool = "replace", values = {}, title = "", verb = "Remplacer", nothing = NOTHING, find = "" }) {
    Object.assign(this, { take, tool, values, verb, nothing, isSearch: !title });
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
    if (this.isSearch) {
      this.search.elements.find.value = find;
      this.search.elements.find.select();
    } else {
      this.search.remove();
      this.dialog.querySelector("h2").textContent = title;
      this.look();
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
    return this.isSearch ? Object.fromEntries(new FormData(this.search)) : this.values;
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
    this.replace.textContent = length ? `${this.verb} (${length})` : this.verb;
    this.replace.disabled = !length;
  }

  async look() {
    const looking = {};
    this.clear();
    this.looking = looking;
    this.say("Recherche…");
    const answer = await ask(this.tool, this.asked);
    if (this.looking !== looking || !this.dialog.open) return;
    if (answer.error) {
      this.say(answer.error, true);
      return;
    }
    const { count, passages } = answer;
    this.show(passages);
    this.replace.hidden = !this.isSearch && !passages.length; // there is nothing to press it for
    this.say(this.describe(count, passages));
    if (!this.isSearch && passages.length) this.replace.focus();
  }

  describe(count, passages) {
    if (!count) return this.nothing;
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
    const answer = await ask(this.tool, this.asked, chosen);
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
