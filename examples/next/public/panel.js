// Inside the editor's preview panel: say that this page is ready, and hand its place over to the next one.
const say = (type, more = {}, target = "*") =>
  parent.postMessage({ wagtail: { type, origin: location.origin, ...more } }, target);

if (parent !== window) {
  addEventListener("message", ({ source, origin, data }) => {
    if (source !== parent || !data?.wagtail) return;
    const { type, x, y } = data.wagtail;
    if (type === "w-preview:get-scroll-position") say("w-preview:set-scroll-position", { x: scrollX, y: scrollY }, origin);
    if (type === "w-preview:set-scroll-position") scrollTo({ left: x, top: y, behavior: "instant" });
  });
  if (document.readyState !== "complete") await new Promise((done) => addEventListener("load", done, { once: true }));
  say("w-preview:request-scroll");
}
