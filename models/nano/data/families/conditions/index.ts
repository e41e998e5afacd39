export * from "./branches.ts";
export * from "./guards.ts";
