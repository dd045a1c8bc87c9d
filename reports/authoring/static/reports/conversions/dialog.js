/**
 * The dialog of « Lire comme… »: the types as which a block can be read, and for the one that is chosen
 * its first rows, what is gained, and what has no place. Nothing changes before its button is pressed.
 */
import { create } from "../figure.js";

const template = document.createElement("template");
template.innerHTML = `
  <dialog class="bilan-paste bilan-convert" aria-labelledby="bilan-convert-title">
    <h2 class="w-h3" id="bilan-convert-title">Lire comme…</h2>
    <p role="status" class="bilan-paste__status">Lecture du bloc…</p>
    <div class="bilan-convert__panes" hidden>
      <fieldset class="bilan-convert__types"><legend class="w-sr-only">Type de bloc</legend></fieldset>
      <div class="bilan-convert__result" tabindex="0" role="group" aria-label="Ce que devient le bloc"></div>
    </div>
    <p class="bilan-paste__actions">
      <button type="button" class="button" value="convert" hidden></button>
      <button type="button" class="button button-secondary" value="">Annuler</button>
    </p>
  </dialog>`.trim();

const quantity = (count) => `${count.toLocaleString("fr")} mot${count > 1 ? "s" : ""}`;

/** What a choice costs, in a few words. */
function sumUp({ lostWords, lostOthers }) {
  if (lostWords) return `${quantity(lostWords)} sans place`;
  return lostOthers.length ? "Tous les mots restent" : "Rien ne se perd";
}

function list(title, className, entries) {
  if (!entries.length) return [];
  const items = entries.map((entry) => create("li", {}, ...[].concat(entry)));
  const head = create("h3", { className: "bilan-convert__head" }, title);
  return [create("section", { className }, head, create("ul", {}, ...items))];
}

/** « Colonne « Évolution » : « +3 % », « −2 % » et 4 autres ». */
function describe({ place, texts, more }) {
  const quoted = texts.map((text) => `«\u202f${text}\u202f»`).join(", ");
  const rest = more ? ` et ${more} autre${more > 1 ? "s" : ""}` : "";
  return [create("strong", {}, `${place}\u00a0:`), ` ${quoted}${rest}`];
}

function draw({ heads, rows, more }) {
  const head = create("tr", {}, ...heads.map((text) => create("th", { scope: "col" }, text)));
  const lines = rows.map((row) => create("tr", {}, ...row.map((text) => create("td", {}, text))));
  const table = create("table", {}, create("thead", {}, head), create("tbody", {}, ...lines));
  const rest = more ? `… et ${more} autre${more > 1 ? "s" : ""} ligne${more > 1 ? "s" : ""}` : "";
  return create("div", { className: "bilan-convert__preview" }, table, create("p", {}, rest));
}

export class ConvertDialog {
  /** @param decide is called with the type that was chosen; it says what went wrong, if anything did */
  constructor(decide) {
    this.decide = decide;
    this.dialog = template.content.firstElementChild.cloneNode(true);
    this.status = this.find("[role=status]");
    this.types = this.find("fieldset");
    this.result = this.find(".bilan-convert__result");
    this.button = this.find("[value=convert]");
    this.types.addEventListener("change", () => this.choose());
    this.button.addEventListener("click", () => this.apply());
    this.find('[value=""]').addEventListener("click", () => this.dialog.close());
    this.dialog.addEventListener("close", () => this.dialog.remove());
    document.body.append(this.dialog);
    this.dialog.showModal();
  }

  find(selector) {
    return this.dialog.querySelector(selector);
  }

  get isOpen() {
    return this.dialog.open;
  }

  get offer() {
    return this.offers.find(({ type }) => type === this.types.querySelector(":checked").value);
  }

  show({ label, offers }) {
    this.offers = offers;
    this.status.textContent = `Ce bloc est lu comme\u00a0: ${label}.`;
    this.types.append(
      ...offers.map((offer, rank) => {
        const input = create("input", { type: "radio", name: "bilan-convert-type", value: offer.type });
        input.checked = !rank;
        const cost = create("small", {}, sumUp(offer));
        cost.classList.toggle("bilan-convert__cost", offer.lostWords > 0);
        return create("label", {}, input, create("span", {}, create("strong", {}, offer.label), cost));
      }),
    );
    this.find(".bilan-convert__panes").hidden = false;
    this.button.hidden = false;
    this.choose();
    this.types.querySelector(":checked").focus();
  }

  choose() {
    const { label, preview, gained, doubts, lost, lostOthers, lostWords } = this.offer;
    this.result.replaceChildren(
      draw(preview),
      ...list("Ce que vous gagnez", "bilan-convert__gained", gained),
      ...list("À vérifier ensuite", "bilan-convert__doubts", doubts),
      ...list("N’a pas de place dans ce type", "bilan-convert__lost", [...lost.map(describe), ...lostOthers]),
    );
    this.result.scrollTop = 0;
    const without = lostWords ? `, sans ${lostWords > 1 ? "ces " : "ce "}${quantity(lostWords)}` : "";
    this.button.textContent = `Lire comme «\u00a0${label}\u00a0»${without}`;
  }

  refuse(sentence) {
    this.status.textContent = sentence;
    this.status.setAttribute("role", "alert");
    this.find('[value=""]').textContent = "Fermer";
    this.find('[value=""]').focus();
  }

  async apply() {
    this.button.disabled = true;
    const error = await this.decide(this.offer.type);
    if (!this.isOpen) return;
    this.button.disabled = false;
    if (error) this.refuse(error);
    else this.dialog.close();
  }
}
