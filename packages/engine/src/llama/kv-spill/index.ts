export { KvSpill, type KvSpillOptions } from "./kv-spill.ts";
