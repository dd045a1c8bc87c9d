// Buttons that only a script can serve: printing, and copying words or addresses.

const COPIED_MILLISECONDS = 3000; // ms that « Copié » stays

const place = document.createElement("p");
place.className = "fr-sr-only";
place.setAttribute("role", "status");
document.body.append(place);

/** Say that something is copied: in place of the button's words, and to screen readers. */
function confirm(element, words) {
  place.textContent = words;
  element.dataset.copied = words;
  setTimeout(() => {
    delete element.dataset.copied;
    place.textContent = "";
  }, COPIED_MILLISECONDS);
}

async function copy(text, element, words) {
  try {
    await navigator.clipboard.writeText(text);
    confirm(element, words);
    return true;
  } catch {
    return false; // not allowed here: the words stay on the page, to be copied by hand
  }
}

function textOf(element) {
  const text = "value" in element ? element.value : element.innerText;
  return text.trim();
}

/** Paper is white: the words of the dark theme could not be read there. */
function lightenPaper() {
  const root = document.documentElement;
  let theme = null; // while nothing is printed
  window.addEventListener("beforeprint", () => {
    theme ??= root.dataset.frTheme; // browsers may say it twice
    root.dataset.frTheme = "light";
  });
  window.addEventListener("afterprint", () => {
    if (theme) root.dataset.frTheme = theme;
    theme = null;
  });
}

lightenPaper();

for (const button of document.querySelectorAll("[data-print]")) {
  button.addEventListener("click", () => window.print());
}

if (navigator.clipboard) {
  for (const button of document.querySelectorAll("[data-copy]")) {
    const source = document.getElementById(button.dataset.copy);
    button.addEventListener("click", () => copy(textOf(source), button, "Copié"));
  }
  for (const link of document.querySelectorAll(".bilan-anchor")) {
    link.addEventListener("click", () => copy(link.href, link, "Adresse copiée"));
  }
}

for (const element of document.querySelectorAll("[data-by-script]")) {
  const copies = element.querySelector("[data-copy]");
  element.hidden = Boolean(copies) && !navigator.clipboard;
}
