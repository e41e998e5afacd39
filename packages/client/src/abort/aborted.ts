import { FlintError } from "../error/index.ts";

/** Returns the error for an operation that `signal` aborted. The signal's reason is in its message and is its cause. */
export function abortedError(what: "turn" | "edit" | "connecting", signal: AbortSignal): FlintError {
  const { reason }: { readonly reason: unknown } = signal;
  const hasReason = reason instanceof Error && reason.name !== "AbortError";
  const [why] = hasReason ? reason.message.split("\n") : [];
  const suffix = why === undefined || why === "" ? "" : `: ${why}`;
  return new FlintError("aborted", `the ${what} was aborted by its signal${suffix}`, { cause: reason });
}
