/** The menu at the head of a block: what is done more rarely than moving and deleting it. */
(() => {
  "use strict";

  const { icon } = window.bilanFolding;

  const WHAT = {
    label: "Actions sur le bloc",
    entries: [
      ["duplicate", "Dupliquer", "copy"],
      ["copy", "Copier, pour coller ailleurs", "clipboard-list"],
      ["copySection", "Copier la section, jusqu’au prochain titre de ce niveau", "list-ul"],
    ],
  };
  const ACTS = {
    duplicate: (stream, child) => stream.duplicateBlock(child.index, { animate: true }),
    copy: (stream, child) => stream.copy([child]),
    copySection: (stream, child) => stream.copy(stream.section(child)),
  };

  /** Opens the menu of a block; a stream has one for all of its blocks. */
  function openMenu(stream, child, button) {
    const act = (name, one) => ACTS[name](stream, one);
    stream.menu ??= new window.bilanOutline.Menu(document.body, act, WHAT);
    stream.menu.open(button, child, child.type === "heading" ? [] : ["copySection"]);
  }

  /** Gives a block the button of its menu, which takes the place of Wagtail's for a duplicate. */
  function addMenu(stream, child) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", title: "Autres actions", ariaExpanded: "false" });
    button.className = "button button--icon text-replace white";
    button.setAttribute("aria-haspopup", "menu");
    button.innerHTML = icon("dots-horizontal");
    button.addEventListener("click", () => openMenu(stream, child, button));
    const [duplicate, deletion] = ["DUPLICATE", "DELETE"].map((action) =>
      child.element.querySelector(`[data-panel-controls] [data-streamfield-action="${action}"]`),
    );
    duplicate.hidden = true;
    deletion.before(button);
  }

  Object.assign(window.bilanFolding, { addMenu });
})();
