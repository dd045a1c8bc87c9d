/**
 * The panel of findings: keeps it current with the saved draft, has the blocks concerned
 * marked, and sends the reasons of those who answer for a finding.
 */
(() => {
  "use strict";

  const PAUSE = 800; // ms after a save before the findings are asked again
  const panel = document.querySelector("[data-bilan-checks]");
  if (!panel) return;
  const address = panel.dataset.bilanChecks;
  let running = null;
  let waiting = null;

  /** Marks at the heads of blocks: those of before go, whatever they said. */
  function annotate(notes) {
    document.dispatchEvent(new CustomEvent("bilan:notes", { detail: notes }));
    window.bilan.markFindings(notes);
  }

  /** Groups, findings and their forms, by what outlives the panel that they are shown in. */
  function named(element) {
    const parts = element.closest("[data-fingerprint], [data-rule], [data-group]")?.dataset ?? {};
    const { group, rule, fingerprint } = parts;
    const form = element.closest("[data-bilan-form]")?.dataset.bilanForm ?? "";
    return `${fingerprint ?? rule ?? group} ${form}`;
  }

  function stops(name) {
    const found = [...panel.querySelectorAll("[data-bilan-open], summary, a, button")];
    return found.filter((stop) => named(stop) === name);
  }

  /** What is unfolded or written stays, and the focus where it is, else on the summary. */
  function show({ html, notes }) {
    const folds = [...panel.querySelectorAll("details")];
    const open = new Map(folds.map((fold) => [named(fold), fold.open]));
    const fields = () => [...panel.querySelectorAll("textarea, input")];
    const written = new Map(fields().map((one) => [`${one.type} ${named(one)}`, one]));
    const { activeElement: focused } = document;
    const name = panel.contains(focused) ? named(focused) : undefined;
    const place = name ? stops(name).indexOf(focused) : -1;
    panel.innerHTML = html;
    for (const fold of panel.querySelectorAll("details")) {
      fold.open = open.get(named(fold)) ?? fold.open;
    }
    for (const field of fields()) {
      const { value, checked } = written.get(`${field.type} ${named(field)}`) ?? field;
      Object.assign(field, { value, checked });
    }
    if (place >= 0) (stops(name)[place] ?? panel.querySelector("[role=status]")).focus();
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
      const found = answer.ok && (await answer.json());
      if (found && !busy()) show(found); // somebody may have begun to write while it was asked
    } catch (error) {
      if (error.name !== "AbortError") console.warn(error);
    }
  }

  function later() {
    clearTimeout(waiting);
    waiting = setTimeout(refresh, PAUSE);
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
    const error = await send(action, fields);
    if (error) form.querySelector("[role=alert]").textContent = error;
    else panel.querySelector("[role=status]").focus();
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
  window.addEventListener("load", () => {
    const first = JSON.parse(document.getElementById("bilan-checks-notes").textContent);
    setTimeout(() => annotate(first), PAUSE); // once the editor has made its blocks
  });
})();
