/** What a request's input means in its conversation, and whether it can mean anything. */
export { KeptItems } from "./kept-items.ts";
export { type InputContext, readInput } from "./read-input.ts";
