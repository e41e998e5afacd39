export * from "./bindings.ts";
export * from "./words.ts";
