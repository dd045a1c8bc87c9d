/** A field that shows a line of words on several lines: nobody breaks the line itself. */

const BREAK = /\s*[\r\n]\s*/g;
const isSentence = ({ target }) => target.matches?.("[data-bilan-sentence]");

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.isComposing && isSentence(event)) event.preventDefault();
});

// what was pasted, before anybody reads it
document.addEventListener(
  "input",
  (event) => {
    const { target } = event;
    if (!isSentence(event) || !/[\r\n]/.test(target.value)) return;
    const caret = target.value.slice(0, target.selectionStart).replace(BREAK, " ").length;
    target.value = target.value.replace(BREAK, " ");
    target.setSelectionRange(caret, caret);
  },
  true,
);
