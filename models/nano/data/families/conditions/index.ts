export * from "./branches.ts";
export * from "./guards.ts";
export * from "./joined.ts";
export * from "./ternaries.ts";
