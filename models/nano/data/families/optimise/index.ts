export * from "./loops.ts";
export * from "./recursion.ts";
export * from "./lookups.ts";
