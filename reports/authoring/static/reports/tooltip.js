/**
 * The words of the box over a link in rich text: Wagtail's editor has « Edit » and « Remove » in its
 * code, where no translation reaches them. A click into a text opens the box.
 */

const WORDS = { Edit: "Modifier", Remove: "Retirer" };

function translate(text) {
  text.querySelectorAll(".Tooltip__button").forEach((button) => {
    button.textContent = WORDS[button.textContent] ?? button.textContent;
  });
}

document.addEventListener("mouseup", ({ target }) => {
  const text = target.closest(".Draftail-Editor__wrapper");
  if (text) requestAnimationFrame(() => translate(text));
});
