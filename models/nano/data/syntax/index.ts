export type { Binding, Bindings } from "./bindings.ts";
export * from "./editing.ts";
export { type Language, parseFile, parses } from "./parse.ts";
export { Draft, from, type Main, mentions, outerFrom, outerTo, Sample, type Style, to } from "./sample.ts";
export * from "./tree.ts";
