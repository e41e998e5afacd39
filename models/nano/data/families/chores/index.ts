export * from "./constants.ts";
export * from "./declarations.ts";
export * from "./functions.ts";
export * from "./rewrites.ts";
export * from "./unused.ts";
