export * from "./calls.ts";
export * from "./composed.ts";
