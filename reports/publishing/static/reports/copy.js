/**
 * Copies an address from the field beside the button. Without this script there is no button, and
 * the field can be selected by hand.
 */

const COPIED_MILLISECONDS = 3000; // ms for which the button says that it has copied

/** Without HTTPS a browser gives no clipboard; it still copies what is selected and visible. */
async function copy(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.hidden = false;
    field.select();
    return document.execCommand("copy");
  }
}

for (const group of document.querySelectorAll("[data-copy]")) {
  const field = group.querySelector("input");
  const button = group.querySelector("button");
  const label = group.querySelector("[data-copy-label]");
  const status = group.querySelector("[role=status]");
  const caption = label.textContent;

  field.addEventListener("focus", () => field.select());
  button.addEventListener("click", async () => {
    const isCopied = await copy(field);
    label.textContent = isCopied ? "Copié" : caption;
    status.textContent = isCopied ? "Adresse copiée." : "Adresse sélectionnée : copiez-la.";
    setTimeout(() => {
      label.textContent = caption;
      status.textContent = "";
    }, COPIED_MILLISECONDS);
  });
  button.hidden = false;
  field.hidden = group.dataset.copy === "compact";
}
