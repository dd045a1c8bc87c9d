/** The dialog in which somebody chooses what a link leads to. */
import { Combobox } from "../combobox.js";
import { findTargets } from "./search.js";
import { describe, findSection } from "./sections.js";

const MAX_SHOWN_CHARACTERS = 60; // characters of the words and of the address that are shown

const template = document.createElement("template");
template.innerHTML = `
  <dialog class="bilan-paste bilan-link" aria-labelledby="bilan-link-title">
    <h2 class="w-h3" id="bilan-link-title">Lien</h2>
    <p class="bilan-link__now" hidden></p>
    <label for="bilan-link-target">Où mène le lien</label>
    <p class="help" id="bilan-link-help">Tapez le titre ou le numéro d’une section, le nom d’un autre bilan, d’un
      service, d’un indicateur, d’un incubateur, d’un document, ou une adresse.</p>
    <div class="bilan-link__find">
      <input type="text" id="bilan-link-target" aria-describedby="bilan-link-help">
    </div>
    <p class="bilan-paste__actions">
      <button type="button" class="button button-secondary" value="browse">Parcourir les pages</button>
      <button type="button" class="button button-secondary" value="">Fermer</button>
    </p>
  </dialog>`.trim();

const shorten = (text) => (text.length > MAX_SHOWN_CHARACTERS ? `${text.slice(0, MAX_SHOWN_CHARACTERS - 1)}…` : text);

function describeNow(url) {
  const section = findSection(url);
  return `Mène aujourd’hui à\u00a0: ${shorten(section ? describe(section) : url)}`;
}

/**
 * Asks what a link leads to.
 * @param {{ words?: string, now?: string, browse?: () => void }} given the words of the link, its
 *   address so far, and what opens the tree of pages
 * @returns {Promise<{ url: string, title: string, id?: number } | null>} nothing where it stays
 */
export function chooseTarget({ words = "", now = "", browse }) {
  const dialog = template.content.firstElementChild.cloneNode(true);
  const input = dialog.querySelector("input");
  const state = dialog.querySelector(".bilan-link__now");
  if (words) dialog.querySelector("h2").textContent = `Lier «\u00a0${shorten(words)}\u00a0»`;
  state.hidden = !now;
  state.textContent = now && describeNow(now);
  let chosen = null;
  const combobox = new Combobox(input, {
    find: findTargets,
    choose(option) {
      if (!option) return;
      chosen = { ...option.link(), title: option.title };
      dialog.close();
    },
    leave() {},
  });
  const browsing = dialog.querySelector("[value=browse]");
  browsing.hidden = !browse;
  browsing.addEventListener("click", () => {
    dialog.close();
    browse();
  });
  dialog.querySelector('[value=""]').addEventListener("click", () => dialog.close());
  // in one step: there is nothing here but the list
  const leave = (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    dialog.close();
  };
  dialog.addEventListener("keydown", leave, true);
  // the list closes where the focus leaves the input, and would take a pressed button away from the pointer
  dialog.querySelector(".bilan-paste__actions").addEventListener("mousedown", (event) => event.preventDefault());
  // what is typed here belongs to no field of the form
  for (const type of ["input", "change", "keydown", "paste"]) {
    dialog.addEventListener(type, (event) => event.stopPropagation());
  }
  document.body.append(dialog);
  dialog.showModal();
  input.focus();
  combobox.look();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(chosen);
    });
  });
}
