import { inspect } from "node:util";
import { EngineError } from "../../contract/index.ts";

/** Converts an exception in one request's work into its error, so that other requests continue. `warn` gets the stack. */
export function toEngineError(cause: unknown, warn: (text: string) => void): EngineError {
  if (cause instanceof EngineError) return cause;
  warn(`an error in the engine: ${inspect(cause)}`);
  const reason = cause instanceof Error ? cause.message : String(cause);
  const remedy = "other requests are not affected; use another format or other tools, and report the warning";
  return new EngineError("engine_crashed", `the engine failed on this request: ${reason}; ${remedy}`, {
    cause,
  });
}
