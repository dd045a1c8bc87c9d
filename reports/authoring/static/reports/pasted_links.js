/* What is pasted into rich text keeps its words, but no link that leads no reader anywhere: footnotes
   and anchors of another document, which the browser makes addresses of this very form, the admin,
   files. The server takes them out as well (reports/content/validation/site_addresses.py); here whoever pastes is told. */

const EDITOR = ".public-DraftEditor-content";
const OWN_COPY = "data-draftjs-conductor-fragment"; // the editor's own: links are no HTML there
const SCHEMES = ["http:", "https:", "mailto:", "tel:"];
const ADDRESS = /^\S+:\S+$/;

const GOOGLE = ["www.google.com", "google.com"];
// text that was hidden or deleted where it was copied, and nobody saw there
const UNSEEN =
  "del[cite], del[datetime], .msoDel, [hidden], [style*='display:none'], [style*='display: none'], " +
  "[style*='mso-hide:all'], script, style";
const SILENT = "script, style";

const HIDDEN = "Du texte masqué ou supprimé n’a pas été collé.";

const [admin] = window.location.pathname.split(/(?:pages|snippets)\//);

/** Whether no reader gets anywhere by an address, as it is written in what is pasted. */
function isDead(written) {
  const address = written.trim();
  if (!address || address.startsWith("#")) return true;
  let url;
  try {
    url = new URL(address, window.location.href);
  } catch {
    return true;
  }
  if (!SCHEMES.includes(url.protocol)) return true;
  return url.host === window.location.host && `${url.pathname}/`.startsWith(admin);
}

/**
 * A piece of HTML without its dead links, how many those were, and whether anything was changed.
 * Google Docs wraps all of it in a <b> that is not bold, which the editor would take for bold.
 */
function cleaned(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const followed = [...page.querySelectorAll("a[href]")].filter(unwrapRedirection);
  const dead = [...page.querySelectorAll("a[href]")].filter((link) => isDead(link.getAttribute("href")));
  const light = [...page.querySelectorAll("b")].filter(({ style }) => style.fontWeight === "normal");
  const unseen = [...page.querySelectorAll(UNSEEN)];
  const hasHidden = unseen.some((element) => !element.matches(SILENT) && element.textContent.trim());
  for (const element of unseen) element.remove();
  for (const element of [...dead, ...light]) element.replaceWith(...element.childNodes);
  return {
    count: dead.length,
    hasHidden,
    html: page.body.innerHTML,
    isChanged: dead.length + light.length + unseen.length + followed.length > 0,
  };
}

/** Where a link leads that Google Docs sends by its own address. */
function unwrapRedirection(link) {
  let url;
  try {
    url = new URL(link.getAttribute("href"));
  } catch {
    return false;
  }
  const target = GOOGLE.includes(url.hostname) && url.pathname === "/url" && url.searchParams.get("q");
  if (target) link.setAttribute("href", target);
  return Boolean(target);
}

function tell(text) {
  const detail = { clear: true, type: "warning", text };
  document.dispatchEvent(new CustomEvent("w-messages:add", { detail }));
}

function tellAll({ count, hasHidden }) {
  const sentences = [count && describeDead(count), hasHidden && HIDDEN].filter(Boolean);
  if (sentences.length) tell(sentences.join(" "));
}

function describeDead(count) {
  return count > 1
    ? `${count} liens collés ne mènent nulle part pour les lecteurs : leurs mots restent, sans lien.`
    : "Un lien collé ne mène nulle part pour les lecteurs : ses mots restent, sans lien.";
}

function pasteCleaned(target, html, text) {
  const clip = cleaned(html);
  pasteInstead(target, clip.html, text);
  tellAll(clip);
}

// Somebody was shown blocks that a paste could be, and wants its words in a text.
document.addEventListener("bilan:paste-text", ({ detail: { target, html, text } }) => {
  target.focus();
  setTimeout(() => pasteCleaned(target, html, text)); // once the editor has the focus again
});

function pasteInstead(target, html, text) {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/html", html);
  clipboardData.setData("text/plain", text);
  const event = new ClipboardEvent("paste", { bubbles: true, cancelable: true });
  // Firefox takes no data for an event that a script makes
  Object.defineProperty(event, "clipboardData", { value: clipboardData });
  target.dispatchEvent(event);
}

function stop(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

document.addEventListener(
  "paste",
  (event) => {
    if (!event.isTrusted || !event.target.closest?.(EDITOR)) return;
    const [html, text] = ["text/html", "text/plain"].map((type) => event.clipboardData.getData(type));
    if (html && !html.includes(OWN_COPY)) {
      const clip = cleaned(html);
      if (!clip.isChanged) return;
      stop(event);
      pasteInstead(event.target, clip.html, text);
      tellAll(clip);
    } else if (!html && ADDRESS.test(text.trim()) && isDead(text)) {
      // an address over chosen words would become their link
      stop(event);
      if (window.getSelection().isCollapsed) document.execCommand("insertText", false, text.trim());
      tell(describeDead(1));
    }
  },
  true,
);
