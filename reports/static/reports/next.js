/**
 * F8 leads from anywhere in the page to what waits next, and Shift + F8 to what waits before: first
 * the places that are left to fill in, then the findings that nobody has answered for.
 */
(() => {
  "use strict";

  const PLACES = "[data-bilan-left-list] [data-bilan-jump]";
  const FINDINGS = "[data-bilan-checks] [data-bilan-open]";
  let order = []; // what waited when the key was pressed last
  let last = ""; // and where it led

  /** What outlives a panel that is shown anew. */
  const name = (stop) => JSON.stringify(stop.dataset);

  function open(finding) {
    for (let above = finding; above; above = above.parentElement.closest("details")) {
      if (above.matches("details")) above.open = true;
    }
    const toggle = finding.closest(".w-panel").querySelector(".w-panel__toggle");
    if (toggle.getAttribute("aria-expanded") === "false") toggle.click();
    finding.focus({ preventScroll: true });
    finding.scrollIntoView({ block: "center", behavior: "instant" });
  }

  /** To what comes after, or before, where the key led last: even if that is done by now. */
  function lead(by) {
    const stops = [...document.querySelectorAll(`${PLACES}, ${FINDINGS}`)];
    const names = stops.map(name);
    const way = by < 0 ? [...order].reverse() : order;
    const ahead = way.slice(way.indexOf(last) + 1);
    const next = ahead.find((one) => names.includes(one)) ?? names.at(by < 0 ? -1 : 0);
    if (!next) return;
    order = names;
    last = next;
    const stop = stops[names.indexOf(next)];
    if (stop.matches(FINDINGS)) open(stop);
    else stop.click();
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "F8" || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    lead(event.shiftKey ? -1 : 1);
  });
})();
