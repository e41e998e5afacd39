export * from "./calls.ts";
export * from "./composed.ts";
export * from "./operators.ts";
