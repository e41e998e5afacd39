export { type ChainEntry, ChainStore, type ChainStoreOptions } from "./chain-store.ts";
