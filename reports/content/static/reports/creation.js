/**
 * The small form in which a record is made where it is needed. It is no <form>: it stands in the
 * page's own, and its inputs have no name, so that none of it is saved with the page.
 */
import { create } from "./figure.js";

let minted = 0;

function button(text, press, secondary = true) {
  const made = create("button", { type: "button", className: "button button-small" }, text);
  if (secondary) made.classList.add("button-secondary");
  made.addEventListener("click", press);
  return made;
}

/** A label, its input, its help and the place of its error. */
function field({ name, label, help = "" }, value) {
  const id = `bilan-new-${(minted += 1)}`;
  const input = create("input", { type: "text", id, value, autocomplete: "off" });
  input.dataset.field = name;
  const about = create("span", { id: `${id}-about`, className: "bilan-new__help" }, help);
  input.setAttribute("aria-describedby", about.id);
  const label_ = create("label", { htmlFor: id }, label);
  return create("div", { className: "bilan-new__field" }, label_, input, about);
}

/**
 * @param {{ fields: { name: string, label: string, help: string }[], key: string,
 *   key_field: string }} requirements what the server says that a record needs beside its name
 * @param {Record<string, string>} given what is known already, by field
 */
export function creation(requirements, name, given, { send, choose, cancel }) {
  const heading = create("p", { id: `bilan-new-${(minted += 1)}`, className: "bilan-new__title" });
  heading.append("Nouvelle fiche, en brouillon : les lecteurs ne la voient pas encore.");
  const values = { ...given, [requirements.key_field]: requirements.key };
  const all = [{ name: "name", label: "Nom" }, ...requirements.fields];
  const fields = all.map((each) => field(each, each.name === "name" ? name : values[each.name] ?? ""));
  const inputs = fields.map((each) => each.querySelector("input"));
  const key = inputs.find((input) => input.dataset.field === requirements.key_field);
  const helps = new Map(inputs.map((input) => [input, input.nextSibling.textContent]));
  const alert = create("p", { role: "alert", className: "w-sr-only" });
  const offers = create("div", { className: "bilan-new__offers" });
  const make = button("Créer la fiche", () => submit(make.dataset.anyway), false);
  const root = create("div", { className: "bilan-new", role: "group" }, heading, ...fields);
  root.setAttribute("aria-labelledby", heading.id);
  root.append(alert, offers, make, button("Annuler", cancel));

  async function submit(anyway) {
    const sent = Object.fromEntries(inputs.map((input) => [input.dataset.field, input.value]));
    make.disabled = true;
    const refused = await send(anyway ? { ...sent, anyway: "1" } : sent);
    make.disabled = false;
    if (refused) refuse(refused);
  }

  /** Says what is wrong beside each input; offers what is there already before anything else. */
  function refuse({ errors, existing }) {
    for (const input of inputs) {
      const error = errors[input.dataset.field];
      input.ariaInvalid = error ? "true" : null;
      input.nextSibling.textContent = error ?? helps.get(input);
      input.nextSibling.classList.toggle("bilan-new__error", Boolean(error));
    }
    alert.textContent = Object.values(errors).join(" ");
    offers.replaceChildren(
      ...existing.map((record) =>
        button(`Choisir « ${record.name} » (${record.line})`, () => choose(record)),
      ),
    );
    again(existing.length && !errors[requirements.key_field]);
    (offers.querySelector("button") ?? inputs.find((input) => input.ariaInvalid) ?? make).focus();
  }

  /** Two records may well have one name or one website: whoever has been told may go on. */
  function again(anyway) {
    make.textContent = anyway ? "Créer quand même" : "Créer la fiche";
    if (anyway) make.dataset.anyway = "1";
    else delete make.dataset.anyway;
  }

  root.addEventListener("input", ({ target }) => {
    again(false);
    if (target === key) key.dataset.typed = "1";
    // the key is made of the name until somebody types one
    if (target === inputs[0] && !key.dataset.typed) key.value = "";
    key.placeholder = "d’après le nom";
  });
  root.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape") cancel();
    if (event.key !== "Enter" || !inputs.includes(event.target)) return;
    event.preventDefault(); // it would send the page's form
    submit(make.dataset.anyway);
  });
  return root;
}
