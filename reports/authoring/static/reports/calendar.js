/* Who types an hour needs no calendar, which would lie over the button that saves it, at another month. */

const HOURS = "[name=go_live_at], [name=expire_at]";

document.addEventListener("input", ({ target }) => {
  if (target.matches?.(HOURS)) window.jQuery(target).datetimepicker("hide");
});
