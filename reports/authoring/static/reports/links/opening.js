/**
 * What opens the picker of links: the button « Lien » of rich text, a click on « Modifier » over a link,
 * and, beside an address, « Chercher » or Ctrl + K.
 */
import { chooseTarget } from "./dialog.js";

const { EditorState, Modifier, RichUtils } = window.DraftJS;

const ADDRESS = "[data-bilan-address]";

/** The words that are selected in an editor of rich text, in one block. */
function selectedWords(editorState) {
  const selection = editorState.getSelection();
  if (selection.getStartKey() !== selection.getEndKey()) return "";
  const text = editorState.getCurrentContent().getBlockForKey(selection.getStartKey()).getText();
  return text.slice(selection.getStartOffset(), selection.getEndOffset());
}

/** Puts a title in, linked, with spaces where it would touch a word; the caret comes after it. */
function insertTitle(content, caret, title, key) {
  const place = caret.getStartOffset();
  const text = content.getBlockForKey(caret.getStartKey()).getText();
  const before = /[\p{L}\p{N},;.!?»)]$/u.test(text.slice(0, place)) ? " " : "";
  const after = /^[\p{L}\p{N}«(]/u.test(text.slice(place)) ? " " : "";
  const at = (offset) => caret.merge({ anchorOffset: offset, focusOffset: offset });
  const start = place + before.length;
  const spaced = Modifier.insertText(content, at(place), before + after);
  const linked = Modifier.replaceText(spaced, at(start), title, null, key);
  return linked.merge({ selectionAfter: at(start + title.length) });
}

/** The caret comes after what was selected: the next key would take its place. */
function toEnd(editorState, selection) {
  const [key, offset] = [selection.getEndKey(), selection.getEndOffset()];
  const caret = { anchorKey: key, anchorOffset: offset, focusKey: key, focusOffset: offset, isBackward: false };
  return EditorState.forceSelection(editorState, selection.merge(caret));
}

/** The state of an editor whose selection is a link; where nothing is selected, the title is inserted. */
function linkSelection(editorState, { title, isDocument, ...data }) {
  const selection = editorState.getSelection();
  const type = isDocument ? "DOCUMENT" : "LINK";
  const content = editorState.getCurrentContent().createEntity(type, "MUTABLE", data);
  const key = content.getLastCreatedEntityKey();
  if (!selection.isCollapsed()) return toEnd(RichUtils.toggleLink(editorState, selection, key), selection);
  const inserted = insertTitle(content, selection, title, key);
  return EditorState.push(editorState, inserted, "insert-characters");
}

/** Wagtail's source of links asks us first; its own modal shows the tree of pages. */
const source = window.draftail.LinkModalWorkflowSource.prototype;
const openTree = source.componentDidMount;
source.componentDidMount = async function openPicker() {
  const { editorState, entity, onComplete } = this.props;
  let isBrowsing = false;
  const link = await chooseTarget({
    words: selectedWords(editorState),
    now: entity?.getData().url ?? "",
    browse: () => {
      isBrowsing = true;
      openTree.call(this);
    },
  });
  if (link) onComplete(linkSelection(editorState, link));
  // as it was, with the focus
  else if (!isBrowsing) onComplete(EditorState.forceSelection(editorState, editorState.getSelection()));
};

async function fill(input) {
  const link = await chooseTarget({ now: input.value.trim() });
  input.focus();
  if (!link) return;
  input.value = link.url;
  for (const type of ["input", "change"]) input.dispatchEvent(new Event(type, { bubbles: true }));
}

const addressBeside = (button) => button.parentElement.querySelector(ADDRESS); // it may stand in its label

document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-bilan-link]");
  if (button) fill(addressBeside(button));
});
document.addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  if (!event.target.matches(ADDRESS)) return;
  event.preventDefault();
  fill(event.target);
});
