export * from "./declarations.ts";
export * from "./destructuring.ts";
export * from "./extract.ts";
export * from "./values.ts";
