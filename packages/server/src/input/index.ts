/** What a request's input means in its conversation, and whether it can mean anything. */
export { type InputContext, readInput } from "./read-input.ts";
export { whyUncallable } from "./uncallable.ts";
