import { FlintError } from "../error/index.ts";

/** The error for what a signal gave up, with the signal's reason as its cause. */
export function abortedError(what: "turn" | "edit" | "connecting", signal: AbortSignal): FlintError {
  return new FlintError("aborted", `the ${what} was aborted by its signal`, { cause: signal.reason });
}
