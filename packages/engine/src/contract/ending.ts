import type { Finish } from "./contract.ts";
import type { EngineError } from "./engine-error.ts";

/** How an answer ends, without its counts. */
export type Ending = Pick<Finish, "reason" | "error">;

/** Returns how an answer ends that this error interrupts. */
export function endingOf(error: EngineError): Ending {
  return error.code === "aborted" ? { reason: "aborted" } : { reason: "error", error };
}
