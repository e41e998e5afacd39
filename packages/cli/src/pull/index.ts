export { type PullFlags, pullCommand } from "./command.ts";
export { sha256File } from "./digest.ts";
