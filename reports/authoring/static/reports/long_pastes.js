/**
 * A field of one line refuses what is longer than it may be, pasted or typed: a browser that cut a paste
 * would lose words, and a form that took it could not be saved.
 */

const spaced = (number) => number.toLocaleString("fr-FR");

function refuse(length, most) {
  const text =
    `Ce qui est copié a ${spaced(length)} signes, et ce champ en prend ${spaced(most)} au plus. ` +
    "Rien n’a été collé, et votre copie reste dans le presse-papiers : collez-la dans un paragraphe, " +
    "ou sur un bouton « + » pour en faire des blocs.";
  tell(text);
}

function tell(text) {
  document.dispatchEvent(new CustomEvent("w-messages:add", { detail: { clear: true, type: "warning", text } }));
}

const findField = ({ target }) => target instanceof Element && target.closest("[data-bilan-longest]");

const countKept = ({ value, selectionStart, selectionEnd }) => value.length - (selectionEnd - selectionStart);

/** A key too many does nothing, and it is said why. */
window.addEventListener(
  "beforeinput",
  (event) => {
    const field = event.inputType === "insertText" && findField(event);
    if (!field) return;
    const most = Number(field.dataset.bilanLongest);
    if (countKept(field) + (event.data ?? "").length <= most) return;
    event.preventDefault();
    tell(`Ce champ prend ${spaced(most)} signes au plus.`);
  },
  true,
);

window.addEventListener(
  "paste",
  (event) => {
    const field = findField(event);
    if (!field) return;
    const most = Number(field.dataset.bilanLongest);
    const text = event.clipboardData.getData("text/plain");
    if (field.matches(".bilan-line__text") && /[\t\r\n]/.test(text)) return; // it becomes many facts
    if (countKept(field) + text.length <= most) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    refuse(text.length, most);
  },
  true,
);
