export * from "./conditions.ts";
export * from "./constants.ts";
export * from "./declarations.ts";
export * from "./destructuring.ts";
export * from "./functions.ts";
export * from "./promises.ts";
export * from "./rewrites.ts";
export * from "./unused.ts";
