/**
 * The panel of what is left to fill in: follows the saved draft, and closes what has nothing to say
 * or was read again. Sections that are open stay open; the focus stays where it was, or goes on to
 * the next line.
 */
import { closeLine } from "./closing.js";
import { history } from "./history.js";

const PAUSE_MILLISECONDS = 800; // ms after a save before the panel asks again
const panel = document.querySelector("[data-bilan-remaining]");
const address = panel.dataset.bilanRemaining;
const summary = panel.querySelector("[data-bilan-remaining-summary]");
const list = panel.querySelector("[data-bilan-remaining-list]");
const bar = panel.querySelector("progress");
const last = panel.querySelector("[data-bilan-last]");
const undoing = panel.querySelector("[data-bilan-undo]");
const isClosing = ({ owner }) => owner === panel; // a step of the page
const closed = new Set(); // keys that were closed and that the draft may not say yet
let running = null;
let waiting = null;
let turn = Promise.resolve(); // closings follow each other

function sections() {
  return [...list.querySelectorAll("details")];
}

function stops() {
  return [...list.querySelectorAll("summary, details[open] :is(a, button)")];
}

/** What has the focus in the list: its name, which outlives it, and its place. */
function focused() {
  const place = stops().indexOf(document.activeElement);
  return place < 0 ? null : { name: name(document.activeElement), place };
}

function name(stop) {
  if (stop.matches("summary")) return stop.parentElement.dataset.section;
  return `${stop.localName} ${key(stop)} ${stop.ariaLabel}`;
}

function key(element) {
  return element.closest("[data-bilan-line]")?.dataset.bilanLine;
}

/** The same, or where it has gone what has come in its place. */
function refocus(before) {
  const now = stops();
  const same = now.find((stop) => name(stop) === before.name);
  (same || now[Math.min(before.place, now.length - 1)] || summary).focus({ preventScroll: true });
}

/** What is said is only said anew where it has changed: a live region repeats itself. */
function show({ html, summary: words, done, total }) {
  const open = new Set(sections().filter((one) => one.open).map((one) => one.dataset.section));
  const before = focused();
  list.innerHTML = html;
  for (const one of sections()) one.open = open.has(one.dataset.section);
  const lines = [...list.querySelectorAll("[data-bilan-line]")];
  const left = new Set(lines.map(key));
  for (const one of closed) if (!left.has(one)) closed.delete(one);
  drop(lines.filter((line) => closed.has(key(line))));
  if (before) refocus(before);
  if (summary.textContent !== words) summary.textContent = words;
  if (bar) Object.assign(bar, { value: done, max: total });
}

/** Takes lines out of the list, and what has no lines any more. */
function drop(lines) {
  for (const line of lines) line.remove();
  for (const group of list.querySelectorAll("[data-bilan-group]")) {
    if (!group.querySelector("[data-bilan-line]")) group.remove();
  }
  for (const one of sections()) if (!one.querySelector("[data-bilan-line]")) one.remove();
}

function say(error) {
  panel.querySelector("[role=alert]").textContent = error;
}

async function refresh() {
  running?.abort();
  running = new AbortController();
  try {
    const answer = await fetch(address, { signal: running.signal });
    if (answer.ok) show(await answer.json());
  } catch (error) {
    if (error.name !== "AbortError") console.warn(error);
  }
}

/** Tells the server that a line is closed, or open again; whether it has kept it. */
async function send(fields) {
  running?.abort(); // an older answer would bring the line back
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  try {
    const answer = await fetch(`${address}clore/`, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { "X-CSRFToken": token },
    });
    const told = await answer.json();
    if (answer.ok) show(told);
    say(told.error || "");
    return answer.ok;
  } catch {
    say("Le serveur n’a pas répondu : réessayez.");
    return false;
  }
}

async function keep(line) {
  const one = key(line);
  if (!(await send({ key: one }))) return null;
  return () => send({ key: one, reopen: "1" });
}

/** What closes the line after these, which the focus goes on to; the next section opens for it. */
function following(lines) {
  const buttons = [...list.querySelectorAll("[data-bilan-close]")];
  const after = buttons.slice(buttons.findLastIndex((one) => lines.includes(one.closest("li"))) + 1);
  const next = after[0] ?? buttons.find((one) => !lines.includes(one.closest("li")));
  return next && { key: key(next) };
}

/** Closes lines, one after the other; they are undone together. */
async function close(lines, words) {
  say("");
  const next = following(lines);
  const ways = [];
  for (const line of lines) {
    const undo = await closeLine(line, keep);
    if (undo) ways.push([key(line), undo]);
  }
  const done = new Set(ways.map(([one]) => one));
  for (const one of done) closed.add(one);
  drop([...list.querySelectorAll("[data-bilan-line]")].filter((line) => done.has(key(line))));
  if (done.size < lines.length) say("Cet endroit n’est plus là où il était : ouvrez-le par son lien.");
  if (done.size) remember(words, ways);
  lead(next);
}

function lead(next) {
  const lines = [...list.querySelectorAll("[data-bilan-line]")];
  const button = lines.find((line) => next && key(line) === next.key)?.querySelector("button");
  if (!button) {
    summary.focus();
    return;
  }
  button.closest("details").open = true;
  button.focus({ preventScroll: true });
  button.scrollIntoView({ block: "nearest", behavior: "instant" });
}

function remember(words, ways) {
  const undo = () => later(() => reopen(words, ways));
  history.record({ owner: panel, label: `clore ${words}`, after: words, undo });
  last.textContent = `Clos : ${words}.`;
  undoing.hidden = false;
}

/** Brings back what was closed last: in the form, on the server, and in the list once it is saved. */
async function reopen(words, ways) {
  for (const [one, way] of ways.reverse()) {
    closed.delete(one);
    let done;
    history.collect(() => (done = way()));
    await done;
  }
  last.textContent = `Rouvert : ${words}.`;
  undoing.hidden = !history.past.some(isClosing);
  (undoing.hidden ? summary : undoing).focus({ preventScroll: true });
}

const later = (act) => (turn = turn.then(act, act));

panel.addEventListener("click", ({ target }) => {
  const one = target.closest("[data-bilan-close]")?.closest("[data-bilan-line]");
  if (one) later(() => close([one], one.querySelector("a, span:not([class])").textContent));
  const group = target.closest("[data-bilan-close-group]")?.closest("[data-bilan-group]");
  if (group) {
    const open = "[data-bilan-close]:not([data-bilan-close=reread])";
    const lines = [...group.querySelectorAll(open)].map((button) => button.closest("li"));
    later(() => close(lines, group.querySelector(".bilan-remaining__name span").textContent));
  }
  if (target.closest("[data-bilan-undo]")) history.undo(panel);
});
document.addEventListener("w-autosave:success", () => {
  clearTimeout(waiting);
  waiting = setTimeout(refresh, PAUSE_MILLISECONDS);
});
