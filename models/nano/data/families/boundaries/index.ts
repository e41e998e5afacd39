export * from "./amounts.ts";
export * from "./codes.ts";
export * from "./durations.ts";
export * from "./limits.ts";
export * from "./logic.ts";
export * from "./loops.ts";
export * from "./rights.ts";
export * from "./values.ts";
