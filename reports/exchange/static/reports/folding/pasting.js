/**
 * A paste from a word processor, a spreadsheet or a page into the body: the server says which blocks it
 * is, a dialog shows them, and they come after the block where the focus is. Where the focus is in a
 * text, only what has a structure asks: headings, tables, pictures (a screenshot too), lists of Word. The
 * rest stays in it.
 */
import { body } from "./current_body.js";
import { Insertion } from "./insertion.js";
import { PasteDialog } from "./paste_dialog.js";

const MAX_CLIPBOARD_CHARACTERS = 5_000_000; // characters
const EDITOR = ".public-DraftEditor-content";
const FIELDS = "input, textarea, select, [contenteditable], [role=combobox], dialog";
const OWN_COPY = "data-draftjs-conductor-fragment"; // of the editor of texts itself
const STRUCTURE =
  "h1, h2, h3, h4, h5, h6, table, img, [class*=MsoList], [class*=MsoTitle], [style*=mso-list]";
const TOO_LARGE =
  "C’est trop pour être collé d’un coup (plus de 5 Mo). Rien n’a changé : copiez une partie à la fois, " +
  "ou importez le document entier depuis l’accueil.";
const GONE = "Le serveur ne répond pas, ou vous êtes déconnecté. Rien n’a changé : collez de nouveau.";
const FAILED = "Le serveur n’a pas pu lire ce qui est copié. Rien n’a changé : collez une partie à la fois.";

function tell(text) {
  const detail = { clear: true, type: "warning", text };
  document.dispatchEvent(new CustomEvent("w-messages:add", { detail }));
}

const parse = (html) => new DOMParser().parseFromString(html, "text/html");

/** Whether a piece of HTML is more than words of one text. */
function isStructured(html) {
  if (!html || html.includes(OWN_COPY)) return false;
  const found = [...parse(html).querySelectorAll(STRUCTURE)];
  const isCell = (tag) => tag.matches("table") && tag.querySelectorAll("td, th").length < 2;
  const isDot = (tag) => tag.matches("img") && tag.width === 1 && tag.height === 1;
  return found.some((tag) => !isCell(tag) && !isDot(tag));
}

/** What is pasted: HTML, plain text, and a picture that comes as a file. */
function readClipboard({ clipboardData }) {
  const [html, text] = ["text/html", "text/plain"].map((type) => clipboardData.getData(type));
  const picture = [...clipboardData.files].find(({ type }) => type.startsWith("image/"));
  const hasWords = text.trim() || (html && parse(html).body.textContent.trim());
  return { html, text, picture: hasWords ? null : picture };
}

function toAddress(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(reader.result));
    reader.addEventListener("error", () => reject(reader.error));
    reader.readAsDataURL(file);
  });
}

/** What a paste is for. Firefox names the page itself where a button has the focus. */
function findTarget({ target }) {
  const focused = document.activeElement;
  if (focused && focused !== document.body) return focused;
  return target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement;
}

/** Where blocks would be inserted, or -1 where the browser knows best. */
function findPlace(stream, target, isBlocks) {
  if (!stream?.element.contains(target)) return -1;
  const child = stream.children.findIndex(({ element }) => element.contains(target));
  if (target.closest(EDITOR)) return child >= 0 && isBlocks ? child + 1 : -1;
  if (target.closest(FIELDS)) return -1;
  return child >= 0 ? child + 1 : stream.inserters.findIndex(({ element }) => element.contains(target));
}

/** Asks the server; an answer has `blocks` or an `error`. */
async function ask({ html, text }, keep) {
  const { CSRF_HEADER_NAME, CSRF_TOKEN } = window.wagtailConfig;
  const data = new FormData();
  data.append("html", new Blob([html]), "html");
  data.append("text", new Blob([text]), "text");
  for (const name of ["language", "currency"]) {
    const field = document.querySelector(`[data-edit-form] [name=${name}]`);
    if (field) data.append(name, field.value);
  }
  if (keep) data.append("keep", "1");
  try {
    const response = await fetch(document.querySelector("[data-bilan-paste]").dataset.bilanPaste, {
      method: "POST",
      headers: { [CSRF_HEADER_NAME]: CSRF_TOKEN, "X-Requested-With": "XMLHttpRequest" },
      body: data,
    });
    if (response.redirected) return { error: GONE };
    const isJson = response.headers.get("Content-Type")?.startsWith("application/json");
    if (!isJson) return { error: FAILED };
    return await response.json();
  } catch (error) {
    console.error(error);
    return { error: GONE };
  }
}

/** After the block that it was, wherever that is now. */
function insert(stream, blocks, before, index) {
  const now = before ? stream.children.indexOf(before) + 1 : 0;
  const made = stream.insertStates(blocks, now || (before ? Math.min(index, stream.children.length) : 0));
  if (!made?.length) return;
  new Insertion(stream, made);
  stream.lead(made[0].element); // a button: Ctrl + Z is not that of a text there
  document.dispatchEvent(new CustomEvent("bilan:pasted"));
}

async function paste(stream, index, clip, target) {
  const isInText = target.closest(EDITOR) !== null && !clip.picture; // what has no words stays no text
  const before = stream.children[index - 1];
  let answer = {};
  const dialog = new PasteDialog(async (decision) => {
    if (decision === "text") {
      const detail = { target: target.closest(EDITOR), html: clip.html, text: clip.text };
      document.dispatchEvent(new CustomEvent("bilan:paste-text", { detail }));
    }
    if (decision !== "insert") return;
    const kept = answer.pictures ? await ask(clip, true) : answer;
    if (kept.error) tell(kept.error);
    else insert(stream, kept.blocks, before, index);
  });
  if (clip.picture) {
    clip.html = `<img src="${await toAddress(clip.picture)}">`;
    if (clip.html.length > MAX_CLIPBOARD_CHARACTERS) {
      dialog.refuse(TOO_LARGE);
      return;
    }
  }
  answer = await ask(clip, false);
  if (!dialog.isOpen) return;
  if (answer.error) dialog.refuse(answer.error, isInText);
  else dialog.show(answer, isInText);
}

window.addEventListener(
  "paste",
  (event) => {
    const stream = body;
    if (!event.isTrusted || !document.querySelector("[data-bilan-paste]")) return;
    const clip = readClipboard(event);
    const target = findTarget(event);
    const isLarge = clip.html.length + clip.text.length > MAX_CLIPBOARD_CHARACTERS;
    const isBlocks = isLarge || Boolean(clip.picture) || isStructured(clip.html);
    const index = findPlace(stream, target, isBlocks);
    if (index < 0 && !(isLarge && target.closest(EDITOR))) return;
    if (!clip.html && !clip.text.trim() && !clip.picture) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (isLarge) tell(TOO_LARGE);
    else paste(stream, index, clip, target);
  },
  true,
);
