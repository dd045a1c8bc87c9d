/**
 * Writes the manifest of the shipped documents as Apollo Client prints them.
 *
 * Usage: node apollo/manifest.mjs FILE
 */

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { generatePersistedQueryManifest } from "@apollo/generate-persisted-query-manifest";
import { FOLDER, documents } from "./documents.mjs";

const target = process.argv[2];
const files = documents().map(({ file }) => fileURLToPath(new URL(file, FOLDER)));
const manifest = await generatePersistedQueryManifest({ documents: files });
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, JSON.stringify(manifest, null, 2));
console.log(`manifest: ${manifest.operations.length} operations`);
