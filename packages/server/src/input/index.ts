/** Resolves and validates a request's input in the context of its conversation. */
export { type InputContext, readInput } from "./read-input.ts";
export { whyUncallable } from "./uncallable.ts";
