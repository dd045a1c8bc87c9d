/**
 * Notes in rich text: a mark where one is called, with its words on hover, and a dialog that edits
 * them. What a mark stores is `{ id, content }`; content is inline HTML, which the server sanitises
 * again (reports/authoring/note_feature.py).
 */

const TYPE = "NOTE";
const MARK = "*"; // the character that the editor keeps in the place of a note
const SCHEME = /^(?:https?:|mailto:|tel:|\/|#)/i;
const { createElement, Component } = window.React;
const { EditorState, Modifier } = window.DraftJS;

const KEPT = { B: "b", STRONG: "b", I: "i", EM: "i", A: "a", SPAN: "span", SUP: "sup", SUB: "sub", CODE: "code" };
const ATTRIBUTES = { A: ["linktype", "id", "href"], SPAN: ["lang"] };

const escape = (text) =>
  text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);

/** What is in a node, as the inline HTML that a note may have. */
function inlineHtml(node) {
  return [...node.childNodes]
    .map((child) => {
      if (child.nodeType === Node.TEXT_NODE) return escape(child.data);
      if (child.nodeType !== Node.ELEMENT_NODE) return "";
      if (child.tagName === "BR") return "<br>";
      const inner = inlineHtml(child);
      const name = KEPT[child.tagName];
      if (!name) return /^(?:DIV|P|LI)$/.test(child.tagName) ? `<br>${inner}` : inner;
      const given = (ATTRIBUTES[child.tagName] ?? []).filter((key) => child.hasAttribute(key));
      if (!given.length && ATTRIBUTES[child.tagName]) return inner;
      return `<${name}${given.map((key) => ` ${key}="${escape(child.getAttribute(key))}"`).join("")}>${inner}</${name}>`;
    })
    .join("");
}

const parse = (html) => new DOMParser().parseFromString(html, "text/html").body;
const wordsOf = (html) => parse(html.replace(/<br>/g, " ")).textContent.trim();
const clean = (html) => html.replace(/^(?:<br>|\s)+|(?:<br>|\s)+$/g, "");
const mintId = () => `n${window.crypto.randomUUID().replace(/-/g, "").slice(0, 10)}`;

const TEMPLATE = `
  <dialog class="bilan-note-dialog" aria-labelledby="bilan-note-title">
    <h2 id="bilan-note-title">Note</h2>
    <p class="help" id="bilan-note-help">Le lecteur la trouve à la fin du bilan, par un numéro.</p>
    <p class="bilan-note-dialog__label" id="bilan-note-label">Texte de la note</p>
    <div class="bilan-note-dialog__text" contenteditable="true" role="textbox" aria-multiline="true"
      aria-labelledby="bilan-note-label" aria-describedby="bilan-note-help"></div>
    <div class="bilan-note-dialog__link">
      <label>Adresse <input type="text" inputmode="url" autocomplete="off" data-bilan-address aria-keyshortcuts="Control+K"></label>
      <button type="button" class="button button-small button-secondary" data-bilan-link>Chercher</button>
      <button type="button" class="button button-small button-secondary" data-note="link">Lier les mots choisis</button>
      <button type="button" class="button button-small button-secondary" data-note="unlink">Retirer le lien</button>
    </div>
    <p class="bilan-note-dialog__problem" role="status"></p>
    <p class="bilan-note-dialog__actions">
      <button type="button" class="button" data-note="save">Enregistrer la note</button>
      <button type="button" class="button button-secondary" data-note="cancel">Annuler</button>
      <button type="button" class="button no" data-note="delete">Supprimer la note</button>
    </p>
  </dialog>`;

/** Ask for the words of a note; give them to `onDone`, or null where nothing is to change. */
function openDialog(content, isNew, onDone) {
  const dialog = parse(TEMPLATE).firstElementChild;
  const text = dialog.querySelector("[contenteditable]");
  const address = dialog.querySelector("input");
  const problem = dialog.querySelector("[role=status]");
  let result = null;
  let range = null;
  text.append(...parse(inlineHtml(parse(content))).childNodes);
  dialog.querySelector("[data-note=delete]").hidden = isNew;

  const remember = () => {
    const selection = window.getSelection();
    if (selection.rangeCount && text.contains(selection.anchorNode)) range = selection.getRangeAt(0).cloneRange();
  };
  const restore = () => {
    text.focus();
    if (!range) return;
    const selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  };
  const say = (words) => {
    problem.textContent = words;
  };
  const actions = {
    save() {
      const html = clean(inlineHtml(text));
      if (!wordsOf(html)) return say("Écrivez la note, ou annulez.");
      result = html;
      return dialog.close();
    },
    cancel: () => dialog.close(),
    delete() {
      result = "";
      dialog.close();
    },
    link() {
      const url = address.value.trim();
      if (!SCHEME.test(url)) return say("L’adresse commence par https://, mailto:, tel:, / ou #.");
      if (!range || range.collapsed) return say("Choisissez d’abord les mots du lien.");
      restore();
      document.execCommand("createLink", false, url);
      address.value = "";
      return say("");
    },
    unlink() {
      restore();
      document.execCommand("unlink");
    },
  };
  text.addEventListener("paste", (event) => {
    event.preventDefault();
    event.stopPropagation();
    document.execCommand("insertText", false, event.clipboardData.getData("text/plain").replace(/\s+/g, " "));
  });
  text.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) actions.save();
    else document.execCommand("insertLineBreak");
  });
  document.addEventListener("selectionchange", remember);
  text.addEventListener("blur", remember); // a selection is announced late: the address may have the focus by then
  dialog.addEventListener("click", ({ target }) => actions[target.closest?.("[data-note]")?.dataset.note]?.());
  dialog.addEventListener("close", () => {
    document.removeEventListener("selectionchange", remember);
    dialog.remove();
    onDone(result);
  });
  document.body.append(dialog);
  dialog.showModal();
  text.focus();
}

/** What the button « Note » and a click on a mark start. */
class NoteSource extends Component {
  componentDidMount() {
    const { entity, entityKey } = this.props;
    const edited = entityKey && entity?.getType() === TYPE ? entity.getData() : null;
    openDialog(edited?.content ?? "", !edited, (content) => {
      if (content === null) this.leave();
      else this.finish(content, edited);
    });
  }

  /** The text as it was, with the focus, which the dialog cannot give back: no key reaches it meanwhile. */
  leave() {
    const { editorState, onComplete } = this.props;
    onComplete(EditorState.forceSelection(editorState, editorState.getSelection()));
  }

  finish(content, edited) {
    const { editorState, entityType, onComplete } = this.props;
    const selection = editorState.getSelection();
    if (!content) {
      const removed = Modifier.removeRange(editorState.getCurrentContent(), selection, "forward");
      const next = EditorState.push(editorState, removed, "remove-range");
      onComplete(EditorState.forceSelection(next, removed.getSelectionAfter()));
      return;
    }
    const id = edited?.id ?? mintId();
    const withEntity = editorState
      .getCurrentContent()
      .createEntity(entityType.type, "IMMUTABLE", { id, content });
    const key = withEntity.getLastCreatedEntityKey();
    const end = { anchorKey: selection.getEndKey(), anchorOffset: selection.getEndOffset() };
    const place = edited
      ? selection
      : selection.merge({ ...end, focusKey: end.anchorKey, focusOffset: end.anchorOffset, isBackward: false });
    const next = Modifier.replaceText(withEntity, place, MARK, null, key);
    onComplete(EditorState.push(editorState, next, "insert-characters"));
  }

  render() {
    return null;
  }
}

/** A mark in the text. */
function NoteMark({ entityKey, contentState, children, onEdit }) {
  const { content } = contentState.getEntity(entityKey).getData();
  const words = wordsOf(content ?? "");
  const edit = () => onEdit(entityKey);
  return createElement(
    "sup",
    { className: "bilan-note-mark", role: "button", title: words, "aria-label": `Note : ${words}`, onClick: edit },
    children,
  );
}

window.draftail.registerPlugin({ type: TYPE, source: NoteSource, decorator: NoteMark }, "entityTypes");
