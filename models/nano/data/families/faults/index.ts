// Each family breaks right code in one way; the repair is the code as it was. What the instruction says, with the code,
// leaves one repair only.
export * from "./mix-ups.ts";
export * from "./operators.ts";
export * from "./syntax.ts";
