// How the graph is asked: what is published in a way that caches keep, a draft in a way that none does.
export const ENDPOINT = document.querySelector('meta[name="bilan"]').content;

/** No answer, and why: a code of the server's, or UNREACHABLE. */
export class Refused extends Error {
  constructor(code, seconds = null) {
    super(code);
    this.code = code;
    this.seconds = seconds;
  }
}

/** The answer to a document that stands beside this file. With a token, one draft is among what is public. */
export async function ask(name, variables, token = null) {
  const text = await (await reached(`${name}.graphql`)).text();
  const sha256Hash = await sha256(text);
  const hashed = sha256Hash ? { variables, extensions: { persistedQuery: { version: 1, sha256Hash } } } : null;
  try {
    if (!hashed) return await post({ query: text, variables }, token);
    return await (token === null ? get(hashed) : post(hashed, token));
  } catch (error) {
    if (error.code !== "PERSISTED_QUERY_NOT_FOUND") throw error;
    return post({ query: text, ...hashed }, token); // another version of Bilan, which has other documents
  }
}

/** Neither a header nor a type of its own: the browser asks at once, and keeps the answer as long as it may. */
function get({ variables, extensions }) {
  const address = new URL(ENDPOINT);
  address.searchParams.set("variables", JSON.stringify(variables));
  address.searchParams.set("extensions", JSON.stringify(extensions));
  return answer(address);
}

/** Both headers make the browser ask first whether it may (OPTIONS); nobody keeps the answer. */
function post(body, token) {
  const headers = { "Content-Type": "application/json", ...(token === null ? {} : { "X-Preview-Token": token }) };
  return answer(ENDPOINT, { method: "POST", headers, body: JSON.stringify(body) });
}

async function answer(address, options) {
  const response = await reached(address, options);
  const { data, errors } = await response.json().catch(() => ({}));
  if (errors) throw new Refused(errors[0].extensions.code, response.headers.get("Retry-After"));
  if (!data) throw new Refused("UNREACHABLE"); // a proxy spoke
  return data;
}

async function reached(address, options) {
  try {
    return await fetch(address, { credentials: "omit", ...options });
  } catch {
    throw new Refused("UNREACHABLE"); // down, or another origin than the Content-Security-Policy names
  }
}

/** Null where the page came by plain HTTP from elsewhere than this machine: browsers then have no crypto.subtle. */
async function sha256(text) {
  if (!globalThis.crypto?.subtle) return null;
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
