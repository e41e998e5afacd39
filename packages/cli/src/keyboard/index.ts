export type { Key, KeyName } from "./key.ts";
export { type KeySource, takeKeys } from "./keyboard.ts";
export { TypedLine } from "./typed-line.ts";
