import { inspect } from "node:util";
import { EngineError } from "../../contract/index.ts";

/**
 * What is told of an exception in the work for one request: a fault in it is no reason to end the others'. `warn` is
 * told where it comes from.
 */
export function faultOf(cause: unknown, warn: (text: string) => void): EngineError {
  if (cause instanceof EngineError) return cause;
  warn(`an error in the engine: ${inspect(cause)}`);
  const reason = cause instanceof Error ? cause.message : String(cause);
  const remedy = "other requests are not affected; use another format or other tools, and report the warning";
  return new EngineError("engine_crashed", `the engine failed on this request: ${reason}; ${remedy}`, {
    cause,
  });
}
