/**
 * The panel of what is left to fill in: follows the saved draft, and keeps that somebody read a
 * text again. Sections that are open stay open; the focus stays where it was, or goes to the next.
 */
(() => {
  "use strict";

  const PAUSE = 800; // ms after a save before the panel asks again
  const panel = document.querySelector("[data-bilan-left]");
  if (!panel) return;
  const address = panel.dataset.bilanLeft;
  const summary = panel.querySelector("[data-bilan-left-summary]");
  const list = panel.querySelector("[data-bilan-left-list]");
  const bar = panel.querySelector("progress");
  let running = null;
  let waiting = null;

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
    return JSON.stringify(stop.matches("summary") ? stop.parentElement.dataset : stop.dataset);
  }

  /** The same, or where it has gone what has come in its place; its link stood before a button. */
  function refocus(before) {
    const now = stops();
    const same = now.find((stop) => name(stop) === before.name);
    (same || now[Math.min(Math.max(before.place - 1, 0), now.length - 1)] || summary).focus();
  }

  /** What is said is only said anew where it has changed: a live region repeats itself. */
  function show({ html, summary: words, done, total }) {
    const open = new Set(sections().filter((one) => one.open).map((one) => one.dataset.section));
    const before = focused();
    list.innerHTML = html;
    for (const one of sections()) one.open = open.has(one.dataset.section);
    if (before) refocus(before);
    if (summary.textContent !== words) summary.textContent = words;
    if (bar) Object.assign(bar, { value: done, max: total });
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

  async function reread(block) {
    running?.abort(); // an older answer would bring the text back
    const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
    try {
      const answer = await fetch(`${address}relu/`, {
        method: "POST",
        body: new URLSearchParams({ block }),
        headers: { "X-CSRFToken": token },
      });
      const told = await answer.json();
      if (answer.ok) show(told);
      say(told.error || "");
    } catch {
      say("Le serveur n’a pas répondu : réessayez.");
    }
  }

  panel.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-bilan-reread]");
    if (button) reread(button.dataset.bilanReread);
  });
  document.addEventListener("w-autosave:success", () => {
    clearTimeout(waiting);
    waiting = setTimeout(refresh, PAUSE);
  });
})();
