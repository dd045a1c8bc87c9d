/**
 * Apollo Client before a server in strict mode, which has a manifest of what Apollo prints.
 *
 * Usage: node apollo/strict.mjs http://127.0.0.1:8000
 */

import assert from "node:assert/strict";
import { CombinedGraphQLErrors } from "@apollo/client";
import { createPersistedQueryLink } from "@apollo/client/link/persisted-queries";
import { generatePersistedQueryIdsAtRuntime } from "@apollo/persisted-query-lists";
import { parse } from "graphql";
import { brief, connect, sha256 } from "./client.mjs";
import { documents } from "./documents.mjs";

const base = process.argv[2];
// The manifest sorts definitions before it hashes; so must the client, or its hashes are others.
const ids = generatePersistedQueryIdsAtRuntime({ sha256 });
const { client, take } = connect(base, createPersistedQueryLink({ ...ids, useGETForHashedQueries: true }));

let answers = 0;
for (const { name, query, times } of documents()) {
  for (const variables of times) {
    await client.query({ query, variables, fetchPolicy: "network-only" });
    assert.deepEqual(take().map(brief), ["GET hash 200"], name);
    answers += 1;
  }
}
console.log(`strict: ${answers} answers to documents of the manifest, by GET and hash alone`);

const other = parse("query Other { reports { totalCount } }");
await assert.rejects(client.query({ query: other, fetchPolicy: "network-only" }), (error) => {
  assert.ok(CombinedGraphQLErrors.is(error));
  assert.equal(error.errors[0].extensions.code, "DOCUMENT_NOT_IN_MANIFEST");
  return true;
});
const log = take().map(brief);
assert.deepEqual(log, ["GET hash 404", "POST text 403"]);
console.log(`strict: another document is DOCUMENT_NOT_IN_MANIFEST (${log.join(", ")})`);
