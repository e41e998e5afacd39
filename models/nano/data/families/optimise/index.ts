export * from "./loops.ts";
export * from "./recursion.ts";
