// Says which tables and drawings are wider than their place, and where more of them is hidden.

function watch(box) {
  const hint = box.closest(".bilan-table, .bilan-chart__frame")?.querySelector(".bilan-hint");
  const frame = box.parentElement;
  const look = () => {
    const most = box.scrollWidth - box.clientWidth;
    frame.dataset.more = [
      box.scrollLeft > 1 ? "left" : "",
      box.scrollLeft < most - 1 ? "right" : "",
    ].join(" ");
    if (hint) hint.dataset.overflows = String(most > 1);
  };
  box.addEventListener("scroll", look, { passive: true });
  new ResizeObserver(look).observe(box);
}

document.querySelectorAll(".bilan-scroll, .bilan-chart__frame > .bilan-chart__drawing").forEach(watch);
