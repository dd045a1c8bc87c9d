/** A message about the body, for those who listen to the page and those who see it. */

/** Says something to those who listen to the page, and shows it for a while. */
export function announce(text) {
  announce.region ??= document.body.appendChild(
    Object.assign(document.createElement("div"), { className: "bilan-said", role: "status" }),
  );
  announce.region.textContent = text;
  clearTimeout(announce.timer);
  announce.timer = setTimeout(() => (announce.region.textContent = ""), 6000);
}
