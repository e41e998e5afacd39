export { abortedError } from "./aborted.ts";
export { onAbort } from "./on-abort.ts";
