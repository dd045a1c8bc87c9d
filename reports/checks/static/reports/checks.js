/**
 * The panel of findings: asks for them while the page is loading, keeps them current with the saved
 * draft, has the blocks concerned marked, and sends the reasons of those who answer for a finding.
 */
import { markFindings } from "./finding_marks.js";

const PAUSE_MILLISECONDS = 800; // ms after a save before the findings are asked again
const panel = document.querySelector("[data-bilan-checks]");
const address = panel.dataset.bilanChecks;
const loaded = new Promise((done) => {
  window.addEventListener("load", () => setTimeout(done)); // the editor has made its blocks by then
});
let running = null;
let waiting = null;

/** Marks at the heads of blocks: those of before go, whatever they said. */
function annotate(notes) {
  document.dispatchEvent(new CustomEvent("bilan:notes", { detail: notes }));
  markFindings(notes);
}

/** Groups, findings and their forms, by what outlives the panel that they are shown in. */
function named(element) {
  const parts = element.closest("[data-fingerprint], [data-rule], [data-group]")?.dataset ?? {};
  const { group, rule, fingerprint } = parts;
  const { bilanForm, fold } = element.closest("[data-bilan-form], [data-fold]")?.dataset ?? {};
  return `${fingerprint ?? rule ?? group} ${bilanForm ?? fold ?? ""}`;
}

function stops(name) {
  const found = [...panel.querySelectorAll("[data-bilan-open], summary, a, button, input")];
  return found.filter((stop) => named(stop) === name);
}

/** The findings beside the one that has the focus, the nearest first: those after it, then those before it. */
function neighbours(focused) {
  const finding = focused.closest("[data-fingerprint]");
  const all = finding ? [...finding.parentElement.children] : [];
  const place = all.indexOf(finding);
  return [...all.slice(place + 1), ...all.slice(0, Math.max(0, place)).reverse()].map(named);
}

/** Gives the focus to the first of these findings that is still open, else to the summary, without a jump. */
function resume(names) {
  const open = new Map([...panel.querySelectorAll("[data-bilan-open]")].map((one) => [named(one), one]));
  const next = names.map((name) => open.get(name)).find(Boolean);
  (next ?? panel.querySelector("[role=status]")).focus({ preventScroll: true });
  next?.scrollIntoView({ block: "nearest", behavior: "instant" });
}

/** What is unfolded or written stays, and the focus where it is, else it goes to the next finding. */
function show({ html, notes }) {
  const folds = [...panel.querySelectorAll("details")];
  const open = new Map(folds.map((fold) => [named(fold), fold.open]));
  const fields = () => [...panel.querySelectorAll("textarea, input")];
  const written = new Map(fields().map((one) => [`${one.type} ${named(one)}`, one]));
  const { activeElement: focused } = document;
  const name = panel.contains(focused) ? named(focused) : undefined;
  const place = name ? stops(name).indexOf(focused) : -1;
  const others = name ? neighbours(focused) : [];
  panel.innerHTML = html;
  for (const fold of panel.querySelectorAll("details")) {
    fold.open = open.get(named(fold)) ?? fold.open;
  }
  for (const field of fields()) {
    const { value, checked } = written.get(`${field.type} ${named(field)}`) ?? field;
    Object.assign(field, { value, checked });
  }
  const kept = stops(name)[place];
  if (kept) kept.focus();
  else if (name) resume(others);
  annotate(notes);
}

/** Somebody who writes a reason is not interrupted: the findings come when they leave it. */
function busy() {
  const { activeElement: focused } = document;
  const isBusy = panel.contains(focused) && focused.matches("textarea");
  if (isBusy) focused.addEventListener("blur", later, { once: true });
  return isBusy;
}

async function refresh() {
  if (busy()) return;
  running?.abort();
  running = new AbortController();
  try {
    const answer = await fetch(address, { signal: running.signal });
    if (!answer.ok) throw new Error(`the checks answered ${answer.status}`);
    const found = await answer.json();
    await loaded;
    if (!busy()) show(found); // somebody may have begun to write while it was asked
  } catch (error) {
    if (error.name === "AbortError") return;
    console.warn(error);
    const pending = panel.querySelector("[data-bilan-pending]");
    if (pending) pending.textContent = "Les contrôles n’ont pas répondu : ils seront refaits au prochain enregistrement.";
  }
}

function later() {
  clearTimeout(waiting);
  waiting = setTimeout(refresh, PAUSE_MILLISECONDS);
}

async function send(action, fields) {
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  const body = new URLSearchParams(fields);
  const headers = { "X-CSRFToken": token };
  const response = await fetch(`${address}${action}/`, { method: "POST", body, headers });
  const told = await response.json().catch(() => ({ error: "Le serveur n’a pas répondu : réessayez." }));
  if (response.ok) show(told);
  return told.error || "";
}

/** What the box of a form asks for, by the action that the form is sent to. */
const WIDER = { assumer: "alike", taire: "whole" };

async function answer(button) {
  const form = button.closest("[data-bilan-form]");
  const action = form.dataset.bilanForm;
  const fields = {
    fingerprint: button.closest("[data-fingerprint]").dataset.fingerprint,
    reason: form.querySelector("textarea").value,
  };
  if (form.querySelector("input:checked")) fields[WIDER[action]] = "1";
  button.focus({ preventScroll: true }); // some browsers give none to a button that is clicked
  const error = await send(action, fields);
  if (error) form.querySelector("[role=alert]").textContent = error;
}

panel.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !event.target.matches("input")) return;
  event.preventDefault(); // or the page would be sent, and the reason lost
  answer(event.target.closest("[data-bilan-form]").querySelector("[data-bilan-send]"));
});
panel.addEventListener("click", ({ target }) => {
  if (target.closest("[data-bilan-send]")) answer(target);
  const fix = target.closest("[data-bilan-fix]");
  if (fix) {
    const { bilanFix: rule, bilanTitle: title } = fix.dataset;
    document.dispatchEvent(new CustomEvent("bilan:replace", { detail: { rule, title } }));
  }
  if (target.closest("[data-bilan-withdraw]")) {
    send("reposer", { fingerprint: target.closest("[data-fingerprint]").dataset.fingerprint });
  }
});
document.addEventListener("w-autosave:success", later);
document.addEventListener("bilan:corrected", ({ detail }) => {
  for (const button of panel.querySelectorAll(`[data-bilan-fix="${CSS.escape(detail.rule)}"]`)) {
    const text = "Corrigé. Ce constat est relu dès que le brouillon est enregistré.";
    const done = Object.assign(document.createElement("p"), { className: "bilan-checks__done", textContent: text });
    if (button === document.activeElement) panel.querySelector("[role=status]").focus();
    button.replaceWith(done); // until the findings are asked again
  }
});
refresh();
