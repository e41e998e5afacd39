export * from "./classes.ts";
export * from "./flags.ts";
export * from "./generics.ts";
export * from "./literals.ts";
export * from "./members.ts";
export * from "./modifiers.ts";
export * from "./names.ts";
export { dropUnusedParameter, literalToParameter } from "./parameters.ts";
export * from "./types.ts";
