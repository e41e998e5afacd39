export { collectSnippets, type PackageSnippets } from "./collect.ts";
export { extractSnippets, type Snippet } from "./extract.ts";
export type { ForeignSnippet } from "./foreign.ts";
export { readHeldOut, readTraining, SHARDS, type StoredPackage, snippetFiles, writeSnippets } from "./store.ts";
