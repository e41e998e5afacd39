export * from "./add.ts";
export * from "./arguments.ts";
export * from "./calls.ts";
export * from "./change.ts";
