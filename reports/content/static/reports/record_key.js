/**
 * In the form of a record, the name fills the key as the server would: « MON GUICHET » is
 * mon-guichet. A key that somebody has typed stays. Wagtail's script says when (w-sync).
 */

const MAX_KEY_CHARACTERS = 100; // characters of a key, as records/creation.py has it

/** The key of a name, as `propose_key` in records/creation.py, but for numbers after taken ones. */
const toKey = (name) =>
  name
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9.]+/g, "-")
    .slice(0, MAX_KEY_CHARACTERS)
    .replace(/^[-.]+|[-.]+$/g, "");

for (const { dataset } of document.querySelectorAll("[data-bilan-key]")) {
  const key = document.getElementById(dataset.bilanKey);
  const name = document.getElementById("id_name");
  if (!key || !name) continue;
  key.addEventListener("w-sync:check", (event) => key.value !== toKey(name.value) && event.preventDefault());
  key.addEventListener("w-sync:apply", (event) => {
    event.preventDefault();
    key.value = toKey(name.value);
  });
}
