import type { Finish } from "./contract.ts";
import type { EngineError } from "./engine-error.ts";

/** How an answer ends, without what is counted of it. */
export type Ending = Pick<Finish, "reason" | "error">;

/** The end of an answer that this error cuts short. */
export function endingOf(error: EngineError): Ending {
  return error.code === "aborted" ? { reason: "aborted" } : { reason: "error", error };
}
