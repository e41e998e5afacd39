export * from "./classes.ts";
export * from "./names.ts";
export * from "./parameters.ts";
export * from "./types.ts";
