/* What is deleted stays in the history. The saves of one page overwrite the version that the first of
   them has made, again and again: from a version in which something has been deleted, another is begun. */

const form = document.querySelector("[data-edit-form]");
if (form?.hasAttribute("data-w-autosave-interval-value")) {
  let saved = new Set(); // what is marked as deleted in the last version
  let sent = saved;

  /* Blocks and the items of lists: Wagtail leaves them in the form. */
  function deleted(formData) {
    const marks = [...formData].filter(([name, value]) => name.endsWith("-deleted") && value);
    return new Set(marks.map(([name]) => name));
  }

  document.addEventListener("w-autosave:save", ({ defaultPrevented, detail: { formData } }) => {
    if (defaultPrevented) return;
    sent = deleted(formData);
    if ([...sent].some((name) => !saved.has(name))) formData.delete("overwrite_revision_id");
  });
  document.addEventListener("w-autosave:success", () => (saved = sent));
}
