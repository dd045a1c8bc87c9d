/* A comment that is being written when a save succeeds is kept. Wagtail (7.4) then makes all comments
   anew from the answer: what was not yet sent, or was sent while the save was on its way, would go
   with the old ones. Remove this when Wagtail keeps them itself: test_comments.py shows it. */

const FIRST_OWN_ID = 1_000_000; // Wagtail counts from 1, and begins again with each answer
const WRITTEN = ["text", "newText", "newReply", "mode", "deleted", "resolved"];

let count = FIRST_OWN_ID;
let sent = new Map(); // the comments as the last save took them along, by their number in the page
let kept = null; // what the page knows when the answer comes

const app = () => window.comments?.commentApp;
const form = document.querySelector("[data-edit-form]");
if (form) {
  const pick = (entry) =>
    Object.fromEntries(WRITTEN.filter((name) => name in entry).map((name) => [name, entry[name]]));

  /** Whether an entry without a number in the database is in the answer under a new one. */
  const wasSent = (entry, then) => Boolean(then) && then.mode !== "creating";

  /** A comment or a reply in the answer: the one with its number, or the new one with its words. */
  function find(entries, entry, then, known) {
    const all = [...entries.values()];
    if (entry.remoteId) return all.find(({ remoteId }) => remoteId === entry.remoteId);
    if (!wasSent(entry, then)) return undefined;
    return all.find(
      ({ remoteId, text, contentpath }) =>
        !known.has(remoteId) && text === then.text && contentpath === entry.contentpath,
    );
  }

  const numbers = (entries) => new Set([...entries.values()].map(({ remoteId }) => remoteId));

  function putBackReplies(comment, before, then) {
    const { store, actions } = app();
    for (const reply of before.replies.values()) {
      const sentReply = then?.replies.get(reply.localId);
      const found = find(comment.replies, reply, sentReply, numbers(before.replies));
      if (found) store.dispatch(actions.updateReply(comment.localId, found.localId, pick(reply)));
      else if (!reply.remoteId && !wasSent(reply, sentReply)) {
        count += 1;
        store.dispatch(actions.addReply(comment.localId, { ...reply, localId: count }));
      }
    }
  }

  function putBack(before, then) {
    const { store, actions } = app();
    const found = find(store.getState().comments.comments, before, then, numbers(kept.comments));
    if (found) {
      store.dispatch(actions.updateComment(found.localId, pick(before)));
      putBackReplies(found, before, then);
      return found.localId;
    }
    if (before.remoteId || wasSent(before, then)) return null; // somebody has deleted it meanwhile
    count += 1;
    store.dispatch(actions.addComment({ ...before, localId: count, annotation: null }));
    return count;
  }

  /** Where somebody is typing: the box is another element afterwards. */
  function readFocus() {
    const box = document.activeElement?.closest("#comments textarea");
    if (!box) return null;
    const number = Number(box.closest("[data-comment-id]").dataset.commentId);
    return { number, selection: [box.selectionStart, box.selectionEnd] };
  }

  function focusAgain(number, { selection }) {
    const box = document.querySelector(`#comments [data-comment-id="${number}"] textarea`);
    box?.focus({ preventScroll: true });
    box?.setSelectionRange(...selection);
  }

  document.addEventListener("w-autosave:save", () => {
    sent = app()?.store.getState().comments.comments ?? new Map();
  });

  document.addEventListener(
    "w-autosave:success",
    ({ detail }) => {
      const state = detail?.data?.comments && app()?.store.getState().comments;
      kept = state ? { ...state, focus: readFocus() } : null;
    },
    true,
  );

  // after Wagtail's own listener
  window.addEventListener("w-autosave:success", () => {
    if (!kept) return;
    const { store, actions, selectors } = app();
    for (const before of kept.comments.values()) {
      const number = putBack(before, sent.get(before.localId));
      const isTypedIn = kept.focus?.number === before.localId;
      if (number === null || !(isTypedIn || before.localId === kept.focusedComment)) continue;
      store.dispatch(
        actions.setFocusedComment(number, { updatePinnedComment: true, forceFocus: kept.forceFocus }),
      );
      if (isTypedIn) focusAgain(number, kept.focus);
    }
    if (selectors.selectIsDirty(store.getState())) {
      form.dispatchEvent(new CustomEvent("w-unsaved:add", { bubbles: true, cancelable: true }));
    }
    kept = null;
  });
}
