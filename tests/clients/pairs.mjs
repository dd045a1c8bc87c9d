/**
 * Every shipped document before every other, in the caches of two clients: both are read back as the network answered them.
 *
 * Usage: node pairs.mjs http://127.0.0.1:8000
 */

import assert from "node:assert/strict";
import { InMemoryCache } from "@apollo/client";
import { addTypenameToDocument } from "@apollo/client/utilities";
import { Client, fetchExchange } from "@urql/core";
import { cacheExchange } from "@urql/exchange-graphcache";
import { print } from "graphql";
import { documents } from "./apollo/documents.mjs";
import { cache as apollo } from "./generated/guide/client.mjs";
import { cache as urql } from "./generated/guide/urql.mjs";

const base = process.argv[2];

/** Each document with each set of its variables, and the body that the network answered. */
async function record() {
  const asked = [];
  for (const { name, query: document, times } of documents()) {
    const query = addTypenameToDocument(document);
    for (const variables of times) {
      const body = JSON.stringify({ query: print(query), variables });
      const response = await fetch(`${base}/graphql/`, { method: "POST", headers: { "content-type": "application/json" }, body });
      asked.push({ name: `${name} ${JSON.stringify(variables)}`, query, variables, answer: await response.text() });
    }
  }
  return asked;
}

/** What Apollo's cache has of each of `asked`, once all are written in this order. */
function readApollo(asked) {
  const cache = new InMemoryCache(apollo);
  for (const { query, variables, answer } of asked) cache.writeQuery({ query, variables, data: JSON.parse(answer).data });
  return asked.map(({ query, variables }) => cache.readQuery({ query, variables }));
}

/** What urql's cache has of each of `asked`, once all are asked in this order. */
async function readUrql(asked) {
  let current;
  const answering = async () => new Response(current.answer, { headers: { "content-type": "application/json" } });
  const client = new Client({
    url: `${base}/graphql/`,
    preferGetMethod: false,
    exchanges: [cacheExchange(urql), fetchExchange],
    fetch: answering,
  });
  const ask = (query, variables, requestPolicy) => client.query(query, variables, { requestPolicy }).toPromise();
  for (current of asked) await ask(current.query, current.variables, "network-only");
  const read = [];
  for (const { query, variables } of asked) read.push((await ask(query, variables, "cache-only")).data);
  return read;
}

// Graphcache writes the fragments of all types, and warns in development of fields that another type lacks.
const LACKING = "#13";
const warnings = new Set();
console.warn = console.error = (...words) => words.join(" ").endsWith(LACKING) || warnings.add(words.join(" "));
const asked = await record();
const wrong = { Apollo: [], urql: [] };
let pairs = 0;
for (const first of asked) {
  for (const second of asked) {
    if (first === second) continue;
    pairs += 1;
    const pair = [first, second];
    for (const [client, read] of [["Apollo", readApollo(pair)], ["urql", await readUrql(pair)]]) {
      pair.forEach(({ name, answer }, index) => {
        try {
          assert.deepEqual(JSON.parse(JSON.stringify(read[index] ?? null)), JSON.parse(answer).data);
        } catch (error) {
          wrong[client].push(`${name}, asked of ${first.name} then ${second.name}: ${read[index] ? error.message : "nothing in the cache"}`);
        }
      });
    }
  }
}
assert.deepEqual(wrong, { Apollo: [], urql: [] });
assert.deepEqual([...warnings], []);
console.log(`pairs: ${pairs} pairs of ${asked.length} answers, in Apollo's cache and in urql's: each is read back as it was answered`);
