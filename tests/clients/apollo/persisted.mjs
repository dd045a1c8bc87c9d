/**
 * Apollo Client over persisted queries: every shipped document twice, then what its cache holds.
 *
 * Usage: node apollo/persisted.mjs http://127.0.0.1:8000
 */

import assert from "node:assert/strict";
import { CombinedGraphQLErrors } from "@apollo/client";
import { createPersistedQueryLink } from "@apollo/client/link/persisted-queries";
import { buildSchema, parse, visit } from "graphql";
import { census } from "./census.mjs";
import { brief, connect, sha256 } from "./client.mjs";
import { documents } from "./documents.mjs";

const base = process.argv[2];
const schema = buildSchema(await (await fetch(`${base}/schema.graphql`)).text());
const identified = (name) => Boolean(schema.getType(name)?.getFields?.().id);
const hashed = () => createPersistedQueryLink({ sha256, useGETForHashedQueries: true });

/** Asks one document and returns its answer, as sent, with the requests that it took. */
async function ask({ client, take }, query, variables) {
  const { data } = await client.query({ query, variables, fetchPolicy: "network-only" });
  const requests = take();
  return { data, raw: requests.at(-1).answer.data, log: requests.map(brief) };
}

const session = connect(base, hashed());
const answers = [];
for (const { name, query, times } of documents()) {
  for (const [index, variables] of times.entries()) {
    const { raw, log } = await ask(session, query, variables);
    const expected = index ? ["GET hash 200"] : ["GET hash 404", "POST text 200"];
    assert.deepEqual(log, expected, `${name}, first pass`);
    answers.push({ name, query, variables, raw });
  }
}
for (const { name, query, variables, raw } of answers) {
  const again = await ask(session, query, variables);
  assert.deepEqual(again.log, ["GET hash 200"], `${name}, second pass`);
  assert.deepEqual(again.raw, raw, `${name} answers alike by GET and by POST`);
}
console.log(`apq: ${documents().length} documents registered, then ${answers.length} answers by GET and hash alone`);

const kept = session.client.cache.extract();
const totals = { items: 0, ids: 0, fields: 0 };
for (const { name, query, variables, raw } of answers) {
  const result = census(raw, kept, identified);
  assert.deepEqual(result.problems, [], `${name} ${JSON.stringify(variables)}`);
  for (const total of Object.keys(totals)) totals[total] += result[total];
  // What two answers write under one id must not take anything from either.
  assert.deepEqual(session.client.readQuery({ query, variables }), raw, `${name}, read back`);
  if (name === "report") {
    assert.ok(result.items > 300 && result.anonymous.size === 0);
    console.log(
      `cache: report ${variables.year}: ${result.items} list items, ${result.ids} ids of ` +
        `${result.types.size} types, ${result.fields} fields, all found again`,
    );
  }
}
console.log(
  `cache: all documents: ${totals.items} list items, ${totals.ids} ids, ${totals.fields} fields; ` +
    `${Object.keys(kept).length} records; every answer read back whole`,
);

const { query } = documents().find(({ name }) => name === "report");
const careless = visit(query, {
  OperationDefinition: () => false,
  FragmentDefinition: (node) => (node.name.value === "Cell" ? undefined : false),
  Field: (node) => (node.name.value === "id" ? null : undefined),
});
const blind = connect(base, hashed());
const { raw } = await ask(blind, careless, { year: 2024 });
const { problems } = census(raw, blind.client.cache.extract(), identified);
assert.ok(problems.length > 50 && problems.every((problem) => problem.endsWith("a TableCell without id")));
console.log(`cache: without id in the fragment Cell, ${problems.length} items are missed, as they should be`);

await assert.rejects(session.client.query({ query: parse("query Wrong { nope }") }), (error) => {
  assert.ok(CombinedGraphQLErrors.is(error));
  assert.equal(error.errors[0].extensions.code, "GRAPHQL_VALIDATION_FAILED");
  return true;
});
console.log(`errors: a bad document is a CombinedGraphQLErrors with our code (${session.take().map(brief).join(", ")})`);
