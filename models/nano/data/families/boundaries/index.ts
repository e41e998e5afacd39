export * from "./limits.ts";
export * from "./values.ts";
