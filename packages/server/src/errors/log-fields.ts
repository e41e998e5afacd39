import { EngineError } from "@flint/engine";

/**
 * Returns the log fields for a failure. For an `EngineError`, they omit text quoted from another server, which may
 * repeat a prompt or a key; otherwise they hold the exception with its stack.
 */
export function logFieldsOf(
  cause: unknown,
): { readonly code: string; readonly reason: string } | { readonly err: unknown } {
  return cause instanceof EngineError ? { code: cause.code, reason: cause.unquoted } : { err: cause };
}

/** Returns the log level. A fault in the request itself requires no action by the server's operator. */
export function logLevelOf(cause: unknown): "info" | "warn" {
  const isTheirs =
    cause instanceof EngineError &&
    (cause.code === "context_length_exceeded" || cause.code === "prompt_unsupported");
  return isTheirs ? "info" : "warn";
}
