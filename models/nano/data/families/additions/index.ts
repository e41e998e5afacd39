export * from "./arrays.ts";
export * from "./branches.ts";
export * from "./members.ts";
export * from "./switches.ts";
