import { EngineError } from "@flint/engine";

/**
 * What a log has of a failure: of one that the engine foresaw, what it is, without what another server said of it, which
 * may repeat a prompt or a key; else the exception, with where it was thrown.
 */
export function logged(
  cause: unknown,
): { readonly code: string; readonly reason: string } | { readonly err: unknown } {
  return cause instanceof EngineError ? { code: cause.code, reason: cause.unquoted } : { err: cause };
}

/** How loud: of what the request itself is to blame for, whoever runs the server has nothing to mend. */
export function levelOf(cause: unknown): "info" | "warn" {
  const isTheirs =
    cause instanceof EngineError &&
    (cause.code === "context_length_exceeded" || cause.code === "prompt_unsupported");
  return isTheirs ? "info" : "warn";
}
