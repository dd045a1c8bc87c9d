/**
 * Numbers in rich text that cite figures: the button « Chiffre », « @ » while somebody types, and a
 * click on a cited number. What the entity stores is `{ of, way }`: the addresses of its figures,
 * separated by spaces, and how it prints them (reports/core/citations/ways.py).
 */
import { chooseFigures } from "./dialog.js";
import { markAsCiting } from "./notice.js";

const TYPE = "CITATION";
const TYPED = "bilan-citation";
const KEY = "@";
const { createElement, Component } = window.React;
const { EditorState, Modifier } = window.DraftJS;

/** The words of a selection in one block. */
function selectedWords(editorState, selection) {
  if (selection.getStartKey() !== selection.getEndKey()) return "";
  const text = editorState.getCurrentContent().getBlockForKey(selection.getStartKey()).getText();
  return text.slice(selection.getStartOffset(), selection.getEndOffset());
}

/** The selection of the whole of a cited number around a selection. */
function selectEntity(editorState, selection, entityKey) {
  const block = editorState.getCurrentContent().getBlockForKey(selection.getStartKey());
  let found = selection;
  block.findEntityRanges(
    (character) => character.getEntity() === entityKey,
    (start, end) => {
      found = selection.merge({
        anchorKey: block.getKey(),
        focusKey: block.getKey(),
        anchorOffset: start,
        focusOffset: end,
        isBackward: false,
      });
    },
  );
  return found;
}

/** The state in which a selection is a number that cites figures, or words that cite none. */
function write(editorState, selection, { of, way, words }) {
  let content = editorState.getCurrentContent();
  let key = null;
  if (of) {
    markAsCiting();
    content = content.createEntity(TYPE, "MUTABLE", { of, way });
    key = content.getLastCreatedEntityKey();
  }
  const style = editorState.getCurrentInlineStyle();
  const written = Modifier.replaceText(content, selection, words, style, key);
  const next = EditorState.push(editorState, written, "insert-characters");
  // what is typed next is no part of the number
  const caret = written.getSelectionAfter();
  return EditorState.forceSelection(next, caret);
}

/** Asks for the figures of a selection; gives the state that follows, or nothing where it stays. */
async function cite(editorState, entityKey) {
  const selection = entityKey
    ? selectEntity(editorState, editorState.getSelection(), entityKey)
    : editorState.getSelection();
  const { of = "", way = "" } = entityKey ? editorState.getCurrentContent().getEntity(entityKey).getData() : {};
  const words = selectedWords(editorState, selection);
  const chosen = await chooseFigures({ words, way, addresses: of.split(" ").filter(Boolean) });
  return chosen && write(editorState, selection, chosen);
}

/** The same state, with the focus, which the dialog has taken away. */
const refocus = (editorState) => EditorState.forceSelection(editorState, editorState.getSelection());

/** What the button « Chiffre » and a click on a cited number start. */
class CitationSource extends Component {
  async componentDidMount() {
    const { editorState, entity, entityKey, onComplete } = this.props;
    const next = await cite(editorState, entity?.getType() === TYPE ? entityKey : null);
    onComplete(next ?? refocus(editorState));
  }

  render() {
    return null;
  }
}

/** A cited number in the text. */
function CitedNumber({ entityKey, children, onEdit }) {
  const edit = () => onEdit(entityKey);
  return createElement(
    "span",
    { className: "bilan-cited", role: "button", title: "Chiffre cité\u00a0: cliquez pour le changer", onClick: edit },
    children,
  );
}

/**
 * « @ » at the beginning of a word opens the dialog; within one, as in an address, it is a sign, and
 * so it is where nothing is chosen.
 */
function handleBeforeInput(chars, editorState, { getEditorState, setEditorState }) {
  if (chars !== KEY) return "not-handled";
  const selection = editorState.getSelection();
  const block = editorState.getCurrentContent().getBlockForKey(selection.getStartKey());
  const before = block.getText().slice(0, selection.getStartOffset());
  if (before && !/[\s(«\u00a0\u202f’']$/.test(before)) return "not-handled";
  const now = getEditorState();
  cite(now, null).then((next) => setEditorState(next ?? write(now, selection, { words: KEY })));
  return "handled";
}

window.draftail.registerPlugin({ type: TYPE, source: CitationSource, decorator: CitedNumber }, "entityTypes");
window.draftail.registerPlugin({ type: TYPED, handleBeforeInput }, "plugins");
