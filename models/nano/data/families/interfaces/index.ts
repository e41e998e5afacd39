export * from "./classes.ts";
export * from "./parameters.ts";
export * from "./types.ts";
