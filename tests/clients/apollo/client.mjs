import { createHash } from "node:crypto";
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from "@apollo/client";
import { cache } from "../generated/guide/client.mjs";

export function sha256(text) {
  return createHash("sha256").update(text).digest("hex");
}

/** A `fetch` that remembers what went by: method, status, whether the document was sent, answer. */
export function recorder() {
  const requests = [];
  async function recording(address, options = {}) {
    const response = await fetch(address, options);
    const sent = new URL(address).searchParams.has("query") || (options.body ?? "").includes('"query"');
    const answer = await response.clone().json();
    requests.push({ method: options.method, status: response.status, sent, answer });
    return response;
  }
  return { requests, fetch: recording, take: () => requests.splice(0) };
}

/** Apollo Client as the guide sets it up, with a recorder for its requests. */
export function connect(base, persisted) {
  const { fetch, take } = recorder();
  const link = ApolloLink.from([persisted, new HttpLink({ uri: `${base}/graphql/`, fetch })]);
  return { take, client: new ApolloClient({ link, cache: new InMemoryCache(cache) }) };
}

/** One request in a few letters: `GET hash 404`, `POST text 200`. */
export function brief({ method, status, sent }) {
  return `${method} ${sent ? "text" : "hash"} ${status}`;
}
