/* Writes what rich text shows into the form before the form is sent. Wagtail does so a quarter of a
   second after the last key, and who saves at once would lose what was typed last. */

const MARKS = /^(?:COMMENT-|STYLE_RERENDER_)/; // what Wagtail lays over the text, and never writes

function write(field) {
  const raw = window.DraftJS.convertToRaw(field.draftailEditor.getEditorState().getCurrentContent());
  for (const block of raw.blocks) {
    block.inlineStyleRanges = block.inlineStyleRanges.filter(({ style }) => !MARKS.test(style));
  }
  const said = raw.blocks.some(
    ({ text, entityRanges, inlineStyleRanges }) =>
      text.trim() || entityRanges.length || inlineStyleRanges.length,
  );
  field.value = JSON.stringify(said ? raw : null);
}

/** Writes all rich text of a form. */
export function flush(form) {
  for (const field of form.elements) if (field.draftailEditor) write(field);
}

document.addEventListener("submit", ({ target }) => flush(target), true);
