export * from "./limits.ts";
export * from "./values.ts";
export * from "./amounts.ts";
