/**
 * Puts the secret of an invitation, which stands behind `#` and so reaches no server's log, into the
 * form that accepts it, and takes it out of the address and the history of the browser.
 */

const form = document.getElementById("invitation");
const secret = location.hash.slice(1);
if (secret) {
  form.elements.secret.value = secret;
  form.querySelector("button").disabled = false;
  document.getElementById("incomplete").hidden = true;
  history.replaceState(null, "", location.pathname);
}
