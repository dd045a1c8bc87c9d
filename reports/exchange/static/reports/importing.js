/**
 * Sends the form that imports a document, and shows what is refused in it: a page that came anew
 * would have lost the chosen files.
 */

const FORM = "[data-bilan-import]";
const FILES = "input[type=file]";
const WAIT = "Lecture en cours : un long document prend une minute.";
const GONE = "Le serveur ne répond pas : rien n’a été créé, ou il travaille encore. Réessayez dans une minute.";

function tell(form, text, isBusy = false) {
  form.querySelector("[data-bilan-import-status]").textContent = text;
  form.querySelector("[type=submit]").disabled = isBusy;
}

async function send(form) {
  const data = new FormData(form);
  tell(form, WAIT, true);
  try {
    const response = await fetch(form.action, { method: "POST", body: data });
    if (response.redirected) {
      window.location.assign(response.url);
      return;
    }
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const answer = page.querySelector(FORM);
    if (!answer) throw new Error(`${response.status} without a form`);
    answer.querySelector(FILES).replaceWith(form.querySelector(FILES));
    form.replaceWith(answer);
    const offer = answer.querySelector(".bilan-import__offer input");
    (offer ?? answer.querySelector("[aria-invalid=true]") ?? answer.querySelector(FILES)).focus();
  } catch (error) {
    console.error(error);
    tell(form, GONE);
  }
}

document.addEventListener("submit", (event) => {
  if (!event.target.matches(FORM)) return;
  event.preventDefault();
  send(event.target);
});
