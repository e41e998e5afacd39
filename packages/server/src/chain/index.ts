export { type ChainEntry, ChainStore, type ChainStoreOptions } from "./chain-store.ts";
export { LinkBytes } from "./link-bytes.ts";
