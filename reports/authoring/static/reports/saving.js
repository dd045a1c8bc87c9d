/* Says when what is typed is not being saved, tries again until it is, and lets nobody send a form
   that nobody would receive. Wagtail tries five times at most, and only when it is refused.

   Nor is anything saved before somebody has touched something. A long report is still being built
   when Wagtail takes its first look at the form, two seconds after it has come: what its editors
   put in order after that looks like typing, and a colleague's version would be older at once.

   What is typed or pasted before that look is in it, and would wait for another edit: it is saved
   right after it. A page that is slow to come is looked at twice, and each look counts.

   And what is typed just before somebody leaves is not looked at yet: it is looked for then, and the
   browser asks before it would go.

   And what is typed while a save is on its way is typed after it: Wagtail would take it for saved,
   say so, and let it go with the page. */
import { flush } from "./flush.js";
import { isSessionOver, makeSignInLink } from "./session.js";

const RETRY_MILLISECONDS = 5_000; // ms between two tries
const TIMEOUT_MILLISECONDS = 15_000; // ms after which an answer is not coming
const NEWS_MILLISECONDS = 10_000; // ms during which the good news stays
const STAY =
  " Ce que vous tapez reste dans cette page : ne la fermez pas, elle réessaie toutes les cinq secondes.";
const GONE = "Le serveur ne répond pas." + STAY;
const FAILS = "Le serveur n’enregistre pas : il est en panne." + STAY;
const SIGNED_OUT = "Vous êtes déconnecté : rien ne s’enregistre plus." + STAY + " ";
const WAIT = "Pas encore : rien ne serait reçu." + STAY;
const BACK = "Le serveur répond de nouveau : tout ce que vous avez tapé est enregistré.";
const CONFLICT =
  "Une autre version de cette page vient d’être enregistrée. Ce que vous tapez n’est plus " +
  "enregistré tout seul : enregistrez, les deux versions seront gardées.";
const NO_REVISION = "0"; // as `loaded_version.py` calls it
const ACTIONS = "button[type=submit], button[data-workflow-action-name]";

const form = document.querySelector("[data-edit-form]");

/* Of what was never saved as a version, Wagtail's form says nothing: the first save would be nobody's. */
if (form && form.action.includes("/edit/") && !form.elements.namedItem("loaded_revision_id")) {
  for (const [name, value] of [["id", NO_REVISION], ["created_at", ""]]) {
    const field = Object.assign(document.createElement("input"), { type: "hidden", value });
    field.name = `loaded_revision_${name}`;
    form.append(field);
  }
}
if (form?.hasAttribute("data-w-autosave-interval-value")) {
  const banner = document.createElement("div");
  banner.className = "bilan-saving";
  banner.setAttribute("role", "status");
  banner.tabIndex = -1;
  banner.hidden = true;
  document.body.append(banner);

  const TOUCHES = ["input", "change", "keydown", "pointerdown", "paste", "drop"];
  const EDITS = ["input", "change", "paste", "drop"];
  const BEFORE_ANY_EDIT = "-"; // a form that no form is equal to
  const TOUCHED =
    "[data-edit-form], [data-side-panel=comments], .bilan-outline, dialog, [role=dialog]";

  let touched = form.dataset.wUnsavedForceValue === "true";
  let early = false; // whether something was edited before Wagtail's first look
  let known = ""; // the form as it was looked at last, or as the last save took it along
  let gone = false;
  let again = 0;
  let late = 0;
  let over = 0;
  let said = ""; // by the banner
  let isSignedOut = false;
  let sent = ""; // the form as the last save took it along

  const unsaved = () => window.wagtail?.app?.getControllerForElementAndIdentifier(form, "w-unsaved");

  function say(text, good) {
    clearTimeout(over);
    banner.hidden = false;
    banner.classList.toggle("bilan-saving--good", Boolean(good));
    if (said === text) return;
    said = text;
    banner.replaceChildren(text, ...(text === SIGNED_OUT ? [makeSignInLink()] : []));
  }

  /* Who signs in again in another tab gets another token. */
  function renewToken() {
    const cookie = /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie);
    const field = form.elements.namedItem("csrfmiddlewaretoken");
    if (cookie && field) field.value = cookie[1];
  }

  function save() {
    form.dispatchEvent(new CustomEvent("w-unsaved:add", { bubbles: true, cancelable: true }));
  }

  function retry() {
    renewToken();
    save();
  }

  /* By now Wagtail has taken the form as it is for what was saved. */
  function goOn() {
    const watch = unsaved();
    watch.initialFormData = sent;
    if (watch.formData !== sent) save();
  }

  /* Who could not send the form reads why until it can be sent, whatever fails meanwhile. */
  function warn(text) {
    if (said !== WAIT || text === SIGNED_OUT) say(text);
  }

  function lose(text) {
    gone = true;
    warn(text);
    clearTimeout(again);
    again = setTimeout(retry, RETRY_MILLISECONDS);
  }

  /** A save is refused by a server that fails, and by one that no longer knows who asks. */
  async function fail() {
    lose(isSignedOut ? SIGNED_OUT : FAILS);
    isSignedOut = await isSessionOver();
    if (gone) warn(isSignedOut ? SIGNED_OUT : FAILS);
  }

  function refuse(event) {
    if (!gone) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    say(isSignedOut ? SIGNED_OUT : WAIT);
    banner.focus();
  }

  for (const kind of TOUCHES) {
    document.addEventListener(
      kind,
      ({ isTrusted, target }) => {
        if (!isTrusted || !target.closest?.(TOUCHED)) return;
        touched = true;
        if (EDITS.includes(kind) && form.contains(target)) early ||= !unsaved()?.initialFormData;
      },
      true,
    );
  }

  document.addEventListener("w-unsaved:watch-edits", ({ target }) => {
    if (target !== form) return;
    const now = unsaved().formData;
    const missed = early || (known && known !== now);
    known = now;
    early = false;
    if (!missed || !touched) return;
    unsaved().initialFormData = BEFORE_ANY_EDIT;
    save();
  });

  document.addEventListener(
    "w-unsaved:add",
    (event) => {
      if (touched || event.target !== form) return;
      event.stopImmediatePropagation();
      unsaved().clear();
    },
    true,
  );

  /* Before Wagtail is asked whether anything would be lost: it looks every half second only. */
  window.addEventListener(
    "beforeunload",
    () => {
      const watch = unsaved();
      if (!touched || !watch?.confirmationValue) return;
      flush(form);
      if (watch.initialFormData) watch.hasChanges();
      else watch.hasEditsValue ||= early;
    },
    true,
  );

  document.addEventListener("w-autosave:save", (event) => {
    if (event.defaultPrevented) return;
    sent = known = unsaved().formData;
    clearTimeout(late);
    late = setTimeout(lose, TIMEOUT_MILLISECONDS, GONE);
  });

  // what Wagtail says of it below the form would be another reason
  window.addEventListener(
    "w-autosave:error",
    ({ detail }) => detail.type === "server_error" && (detail.text = "Rien ne s’enregistre."),
    true,
  );

  document.addEventListener("w-autosave:error", ({ detail }) => {
    clearTimeout(late);
    if (detail.type === "network_error") lose(GONE);
    else if (detail.type === "server_error") fail();
    else {
      // the server is there, and would receive a form that is sent by hand
      gone = false;
      clearTimeout(again);
      say(detail.type === "invalid_revision" ? CONFLICT : detail.text);
    }
  });

  /* Wagtail gives up for good when a new page was saved but the panels of its form did not come: a
     server that was busy for a second would leave everything after it unsaved. */
  document.addEventListener("w-autosave:deactivated", () => {
    if (gone) form.dataset.wAutosaveActiveValue = "true";
  });

  document.addEventListener("w-autosave:success", ({ detail }) => {
    clearTimeout(late);
    clearTimeout(again);
    // what is sent by hand from now on begins with this version
    for (const name of ["revision_id", "revision_created_at"]) {
      const field = form.elements.namedItem(`loaded_${name}`);
      if (field && detail.data[name]) field.value = detail.data[name];
    }
    isSignedOut = false;
    if (gone) {
      gone = false;
      say(BACK, true);
      over = setTimeout(() => (banner.hidden = true), NEWS_MILLISECONDS);
    } else if (!banner.classList.contains("bilan-saving--good")) {
      banner.hidden = true;
    }
    goOn();
  });

  document.addEventListener(
    "click",
    (event) => {
      if (form.contains(event.target) && event.target.closest(ACTIONS)) refuse(event);
    },
    true,
  );
  document.addEventListener("submit", (event) => event.target === form && refuse(event), true);
}
