export { collectSnippets } from "./collect.ts";
export { extractSnippets, type Snippet } from "./extract.ts";
export type { ForeignSnippet } from "./foreign.ts";
export { readHeldOut, readTraining, type StoredPackage, writeSnippets } from "./store.ts";
