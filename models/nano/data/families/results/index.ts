export * from "./lists.ts";
export * from "./numbers.ts";
export * from "./objects.ts";
export * from "./texts.ts";
