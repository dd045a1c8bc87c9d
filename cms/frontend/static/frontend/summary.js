// Marks the section that one reads in the table of contents, and unfolds that on wide screens.

const nav = document.querySelector(".bilan-summary");
const READ_TOP_PIXELS = 120; // pixels below the edge: a section is read once its heading has passed there

function findCurrent(headings) {
  const passed = headings.filter((heading) => heading.getBoundingClientRect().top <= READ_TOP_PIXELS);
  const atEnd = window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 2;
  const seen = headings.filter(
    (heading) => heading.getBoundingClientRect().top < window.innerHeight,
  );
  return atEnd ? seen.at(-1) : passed.at(-1);
}

/** Keep the current link in view within the table of contents, without moving the page. */
function follow(link) {
  const [box, own] = [nav.getBoundingClientRect(), link.getBoundingClientRect()];
  if (own.top < box.top || own.bottom > box.bottom) {
    nav.scrollTop += own.top - box.top - box.height / 2;
  }
}

function watch(links) {
  const headings = [...links.keys()];
  let current = null;
  let waiting = false;
  const mark = () => {
    waiting = false;
    const link = links.get(findCurrent(headings));
    if (link === current) return;
    current?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "true");
    if (link) follow(link);
    current = link;
  };
  const ask = () => {
    if (!waiting) requestAnimationFrame(mark);
    waiting = true;
  };
  window.addEventListener("scroll", ask, { passive: true });
  window.addEventListener("resize", ask);
  mark();
}

function fold() {
  const details = nav.querySelector("details");
  const wide = window.matchMedia("(min-width: 62em)");
  const adapt = () => {
    details.open = wide.matches;
  };
  wide.addEventListener("change", adapt);
  adapt();
  nav.dataset.ready = "";
  nav.addEventListener("click", (event) => {
    if (!wide.matches && event.target.closest("ol a")) details.open = false;
  });
  for (const link of document.querySelectorAll('a[href="#_sommaire"]')) {
    link.addEventListener("click", () => {
      details.open = true;
    });
  }
}

if (nav) {
  const links = new Map();
  for (const link of nav.querySelectorAll("ol a")) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) links.set(heading, link);
  }
  fold();
  watch(links);
}
