/* Tab leads from a field to the next one. Wagtail puts an invisible « Ajouter un commentaire » after
   each field; who pressed Tab and typed wrote elsewhere. The button stays for the pointer, and the
   keyboard has Ctrl + Alt + M, which also opens a comment that is there. Who has turned shortcuts off
   keeps the buttons in the order of Tab. */

const BUTTON = ".w-field__comment-button";

const form = document.querySelector("[data-edit-form]");
const config = JSON.parse(document.getElementById("wagtail-config")?.textContent ?? "{}");
if (form && config.KEYBOARD_SHORTCUTS_ENABLED) {
  function leaveOut(root) {
    for (const button of root.querySelectorAll(BUTTON)) button.tabIndex = -1;
    if (root.matches(BUTTON)) root.tabIndex = -1;
  }

  leaveOut(form);
  new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) if (node instanceof Element) leaveOut(node);
    }
  }).observe(form, { childList: true, subtree: true });

  /* Wagtail's keys begin a comment in a panel that they leave closed, and where it is open the caret
     stays in the text: what is typed next would be in the report. */
  const TIMEOUT_MILLISECONDS = 1_500; // ms in which the box comes, and the text may take the focus back
  let until = 0;
  let wanted = null; // the number of the comment in the page
  let early = ""; // what was typed before the box came

  function leadIntoBox() {
    if (Date.now() > until) return;
    const { store, actions } = window.comments.commentApp;
    wanted = store.getState().comments.focusedComment ?? wanted;
    if (wanted !== null && form.contains(document.activeElement)) {
      store.dispatch(actions.setFocusedComment(wanted, { updatePinnedComment: true, forceFocus: true }));
      const comment = document.querySelector(`#comments [data-comment-id="${wanted}"]`);
      (comment?.querySelector("textarea") ?? comment)?.focus({ preventScroll: true });
      if (early && document.activeElement.matches("#comments textarea")) {
        document.execCommand("insertText", false, early);
        early = "";
      }
    }
    setTimeout(leadIntoBox, 40);
  }

  form.addEventListener("keydown", ({ ctrlKey, metaKey, altKey, code, keyCode }) => {
    if (!(ctrlKey || metaKey) || !altKey || (code !== "KeyM" && keyCode !== 77)) return;
    document.querySelector('[data-side-panel="comments"]')?.dispatchEvent(new Event("open"));
    until = Date.now() + TIMEOUT_MILLISECONDS;
    wanted = null;
    early = "";
    setTimeout(leadIntoBox);
  });

  form.addEventListener(
    "keydown",
    (event) => {
      if (Date.now() > until || event.key.length !== 1 || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      event.stopPropagation();
      early += event.key;
    },
    true,
  );

  /* A text that is drawn anew, with the mark of a comment or after a save, takes the focus out of the
     box in which somebody types. */
  const LEAVING = ["Enter", "Escape", "Tab"];
  const BY_HAND_MILLISECONDS = 500; // ms after a click or a key that leads elsewhere
  let left = 0;

  const leave = () => {
    left = Date.now();
    until = 0;
  };
  document.addEventListener("pointerdown", leave, true);
  document.addEventListener("keydown", ({ key }) => LEAVING.includes(key) && leave(), true);
  form.addEventListener("focusin", ({ relatedTarget: box }) => {
    if (!box?.matches("#comments textarea") || Date.now() - left < BY_HAND_MILLISECONDS) return;
    box.focus({ preventScroll: true });
  });
}
