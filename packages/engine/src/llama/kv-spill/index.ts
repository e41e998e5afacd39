export { type KvSpill, type KvSpillOptions, openSpill } from "./kv-spill.ts";
