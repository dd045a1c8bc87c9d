/**
 * The last row of a grid whose columns are added up: what the lines make, computed by the server while
 * somebody types, and whether the total that stands among the lines is that.
 */
import { create } from "./figure.js";

const PAUSE_MILLISECONDS = 300; // ms without a change before the server is asked
const APPROXIMATE = "au moins une valeur est approchée";

const localeOf = (name) => document.getElementById(`id_${name}`)?.value ?? "";

export class Totals {
  constructor(root, grid) {
    this.root = root;
    this.grid = grid;
    this.field = root.querySelector("textarea");
    this.lastQuestion = 0; // older answers come too late
    this.field.addEventListener("change", () => this.later());
    document.addEventListener("change", ({ target }) => /^id_(?:language|currency)$/.test(target.id) && this.later());
  }

  later(pause = PAUSE_MILLISECONDS) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), pause);
  }

  async ask() {
    if (!this.root.isConnected) return;
    const turn = (this.lastQuestion += 1);
    const { CSRF_HEADER_NAME, CSRF_TOKEN } = window.wagtailConfig;
    const body = new FormData();
    body.append("lines", this.field.value);
    for (const name of ["language", "currency"]) body.append(name, localeOf(name));
    const sent = { method: "POST", headers: { [CSRF_HEADER_NAME]: CSRF_TOKEN }, body };
    const answer = await fetch(this.root.dataset.totals, sent).catch(() => null);
    const totals = answer?.ok && !answer.redirected ? await answer.json() : null;
    if (turn === this.lastQuestion) this.show(totals);
  }

  show(totals) {
    const { sheet, shape, table } = this.grid;
    table.tFoot?.remove();
    const isAny = totals && Object.values(totals).some(({ text, reason }) => text || reason);
    if (!isAny) return;
    const cells = sheet.columns.slice(shape.textColumns).map(({ id }) => this.cell(totals[id]));
    const head = create("th", { scope: "row", colSpan: shape.textColumns + 1 }, "Total calculé");
    table.append(create("tfoot", { className: "bilan-table__totals" }, create("tr", {}, head, ...cells)));
  }

  cell({ text, reason, is_approximate: isApproximate, stated, agrees, difference } = {}) {
    const cell = create("td", {});
    if (text) cell.append(create("strong", {}, text));
    const line = (words, className = "") => cell.append(create("span", { className }, words));
    if (reason) line(`Pas de total\u00a0: ${reason}`);
    if (isApproximate) line(APPROXIMATE);
    if (stated && agrees) line("= la ligne «\u00a0Total\u00a0»");
    if (stated && !agrees) line(`la ligne «\u00a0Total\u00a0» dit ${stated}, écart\u00a0: ${difference}`, "bilan-table__gap");
    return cell;
  }
}
