/**
 * Writes the manifest of the shipped documents as Apollo Client prints them.
 *
 * One call per document: Apollo's tool takes the fragments of all its files for one set of names,
 * and shipped documents stand alone, so that two of them may use one name.
 *
 * Usage: node apollo/manifest.mjs FILE
 */

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { generatePersistedQueryManifest } from "@apollo/generate-persisted-query-manifest";
import { FOLDER, documents } from "./documents.mjs";

const target = process.argv[2];
const manifests = [];
for (const { file } of documents()) {
  manifests.push(await generatePersistedQueryManifest({ documents: fileURLToPath(new URL(file, FOLDER)) }));
}
const [{ format, version }] = manifests;
const operations = manifests.flatMap((manifest) => manifest.operations);
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, JSON.stringify({ format, version, operations }, null, 2));
console.log(`manifest: ${operations.length} operations`);
