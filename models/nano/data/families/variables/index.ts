export * from "./declarations.ts";
export * from "./values.ts";
