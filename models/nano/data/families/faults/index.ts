// Each family breaks correct code in one way; the repair is the original code. Instruction and code together allow only
// one repair.
export * from "./mix-ups.ts";
export * from "./operators.ts";
export * from "./syntax.ts";
