// Inside Wagtail's preview panel, which loads each new draft in a new frame beside the old one.

/**
 * Tells the panel that this page is ready, and hands its place over to the page that comes after it.
 *
 * From another origin the panel cannot see for itself: unless it is told, it waits for ten seconds before it shows a
 * change. What is said is no secret: how far somebody has scrolled.
 */
export async function keepScroll() {
  if (window.parent === window) return;
  addEventListener("message", ({ source, origin, data }) => {
    if (source !== window.parent || !data?.wagtail) return;
    const { type, x, y } = data.wagtail;
    if (type === "w-preview:get-scroll-position") say("w-preview:set-scroll-position", { x: scrollX, y: scrollY }, origin);
    if (type === "w-preview:set-scroll-position") scrollTo({ left: x, top: y, behavior: "instant" });
  });
  // It begins to listen when this frame has loaded.
  if (document.readyState !== "complete") await new Promise((done) => addEventListener("load", done, { once: true }));
  say("w-preview:request-scroll");
}

function say(type, more = {}, target = "*") {
  window.parent.postMessage({ wagtail: { type, origin: location.origin, ...more } }, target);
}
