export * from "./annotate.ts";
export * from "./rewrite.ts";
