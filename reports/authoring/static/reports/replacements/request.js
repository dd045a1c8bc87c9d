/** Asks the server what would be replaced in the form as it is, and for the blocks with that done. */
import { flush } from "../flush.js";

const GONE = "Le serveur ne répond pas, ou vous êtes déconnecté. Rien n’a changé : recommencez.";
const FAILED = "Le bilan n’a pas pu être lu. Rien n’a changé.";
const SENT = /^(?:body-|(?:language|currency|title|hero_title|introduction)$)/; // the fields of the form that the server reads

/** The body as it would be posted now, what was typed last included. */
function readForm() {
  const form = document.querySelector("[data-edit-form]");
  flush(form);
  const data = new FormData(form);
  for (const name of [...data.keys()]) if (!SENT.test(name)) data.delete(name);
  return data;
}

/**
 * Asks a tool of the body about the form as it is.
 * @param {string} tool its name, under which the page has its address
 * @param {Record<string, string>} values what is asked
 * @returns an answer, or an `error`
 */
export async function post(tool, values) {
  const { CSRF_HEADER_NAME, CSRF_TOKEN } = window.wagtailConfig;
  const body = readForm();
  for (const [name, value] of Object.entries(values)) body.append(name, value);
  try {
    const response = await fetch(document.querySelector(`[data-bilan-${tool}]`).getAttribute(`data-bilan-${tool}`), {
      method: "POST",
      headers: { [CSRF_HEADER_NAME]: CSRF_TOKEN, "X-Requested-With": "XMLHttpRequest" },
      body,
    });
    if (response.redirected) return { error: GONE };
    const isJson = response.headers.get("Content-Type")?.startsWith("application/json");
    if (!isJson) return { error: response.status >= 500 ? GONE : FAILED };
    return await response.json();
  } catch (error) {
    console.error(error);
    return { error: GONE };
  }
}

/**
 * @param {string} tool which finds what would be replaced
 * @param asked what is sought, or the rule that mends
 * @param {string[]} chosen keys of what is to be replaced; without any, all is only looked for
 * @returns an answer with `passages` or `blocks`, or with an `error`
 */
export const ask = (tool, asked, chosen = null) =>
  post(tool, chosen ? { ...asked, chosen: JSON.stringify(chosen) } : asked);
