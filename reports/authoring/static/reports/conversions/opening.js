/**
 * What opens the dialog of « Lire comme… »: the menu of a block, and an address that names one, as the account of
 * an import does.
 */
import { addAct } from "../folding/block_menu.js";
import { body } from "../folding/current_body.js";
import { post } from "../replacements/request.js";
import { convertBlocks } from "./conversion.js";
import { ConvertDialog } from "./dialog.js";

/** The types of blocks that may be read otherwise; the server says as what. */
const TYPES = new Set([
  ...["data_table", "indicator_table", "funding_table", "budget", "chart", "picture"],
  ...["fact_list", "key_figures", "service_lines", "impact_cards", "comparison_cards"],
]);
const LIST = /"(?:un)?ordered-list-item"/;
const FAILED = "Le bloc n’a pas pu être lu autrement\u202f: rien n’a changé.";

/** A paragraph is read otherwise if it has a list. */
function isConvertible(stream, child) {
  if (!document.querySelector("[data-bilan-convert]")) return false;
  if (TYPES.has(child.type)) return true;
  return child.type === "paragraph" && LIST.test(JSON.stringify(stream.stateOf(child)).replaceAll('\\"', '"'));
}

async function open(stream, child) {
  if (document.querySelector("dialog[open]")) return;
  const dialog = new ConvertDialog(async (target) => {
    const made = await post("convert", { block: child.id, target });
    if (made.error) return made.error;
    const done = convertBlocks(stream, made);
    if (!done) return FAILED;
    setTimeout(() => stream.lead(done.made.element)); // once the dialog has given the focus back
    return "";
  });
  const answer = await post("convert", { block: child.id });
  if (!dialog.isOpen) return;
  if (answer.error) dialog.refuse(answer.error);
  else dialog.show(answer);
}

addAct({ name: "convert", label: "Lire comme…", icon: "rotate" }, open, isConvertible);

/** « ?lire=<id> » opens the dialog for that block, once. */
window.addEventListener("load", () => {
  const address = new URL(window.location);
  const id = address.searchParams.get("lire");
  const stream = body;
  const child = id && stream?.children.find((one) => one.id === id);
  if (!child) return;
  address.searchParams.delete("lire");
  window.history.replaceState(window.history.state, "", address);
  stream.lead(child.element);
  open(stream, child);
});
