export * from "./invariants.ts";
export * from "./lookups.ts";
export * from "./loops.ts";
export * from "./recursion.ts";
export { branching } from "./recursions.ts";
