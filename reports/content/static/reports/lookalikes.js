/**
 * While a record is typed: which others have its name or its website. They are said, not refused.
 */

const PAUSE_MILLISECONDS = 400; // milliseconds after the last key

const ICON = '<svg class="icon icon-warning" aria-hidden="true"><use href="#icon-warning"></use></svg>';

const link = (text, href) => Object.assign(document.createElement("a"), { href, textContent: text });

/** « Existe déjà sous « Mano » (mano) : est-ce la même fiche ? Fusionner… » */
function say({ name, line, edit, merge }) {
  const said = document.createElement("div");
  said.className = "help-block help-warning";
  said.innerHTML = ICON;
  const words = document.createElement("p");
  said.append(words);
  words.append("Existe déjà sous «\u00a0", link(name, edit), `\u00a0» (${line})\u00a0: est-ce la même fiche\u202f?`);
  if (merge) words.append(" ", link("Fusionner…", merge));
  return said;
}

function follow(place) {
  const inputs = ["name", place.dataset.address]
    .filter(Boolean)
    .map((field) => document.getElementById(`id_${field}`))
    .filter(Boolean);
  let asked = "";
  let waiting = 0;

  async function ask() {
    const query = new URLSearchParams({ fiche: place.dataset.record });
    for (const input of inputs) query.set(input.id === "id_name" ? "nom" : "site", input.value);
    const now = query.toString();
    if (now === asked) return;
    asked = now;
    const response = await fetch(`${place.dataset.bilanLookalikes}?${now}`).catch(() => undefined);
    const found = response?.ok ? (await response.json()).records : [];
    if (now === asked) place.replaceChildren(...found.map(say));
  }

  for (const input of inputs) {
    input.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(ask, PAUSE_MILLISECONDS);
    });
  }
  if (inputs.some((input) => input.value)) ask();
}

document.querySelectorAll("[data-bilan-lookalikes]").forEach(follow);
