/** Fields of the form beside the body, whose words others take the place of: titles, and the introduction. */

const form = () => document.querySelector("[data-edit-form]");

/** Writes a value into a field, as if somebody had typed it. */
function write(input, value) {
  const editor = input.draftailEditor;
  if (!editor) {
    input.value = value;
    for (const type of ["input", "change"]) input.dispatchEvent(new Event(type, { bubbles: true }));
    return;
  }
  const { convertFromRaw, EditorState } = window.DraftJS;
  const content = convertFromRaw(JSON.parse(value));
  editor.onChange(EditorState.push(editor.getEditorState(), content, "insert-characters"));
}

export class FieldChanges {
  /** @param {Record<string, string>} values by the names of the fields */
  constructor(values) {
    this.inputs = Object.keys(values).map((name) => form().elements[name]);
    this.before = this.inputs.map(({ value }) => value);
    this.after = Object.values(values);
  }

  get isAny() {
    return this.inputs.length > 0;
  }

  make() {
    this.inputs.forEach((input, place) => write(input, this.after[place]));
  }

  takeBack() {
    this.inputs.forEach((input, place) => write(input, this.before[place]));
  }
}
