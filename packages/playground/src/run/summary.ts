import type { EditResult } from "@flint/client/browser";
import { milliseconds } from "../page/index.ts";

/** What an edit came to, in a sentence. */
export function summary({
  hunks,
  status,
  timings,
}: Pick<EditResult, "hunks" | "status" | "timings">): string {
  const first =
    timings.first_token_ms === null ? "" : `, first token after ${milliseconds(timings.first_token_ms)}`;
  const times = `${milliseconds(timings.total_ms)}${first}`;
  const changes = hunks.length === 1 ? "1 change" : `${hunks.length} changes`;
  if (status === "interrupted") {
    const stop = timings.interrupt_ms === undefined ? "" : ` in ${milliseconds(timings.interrupt_ms)}`;
    return `Stopped${stop}; ${changes} so far.`;
  }
  if (status === "incomplete") return `Cut off by the token limit; ${changes} so far, in ${times}.`;
  return hunks.length === 0 ? `Nothing to change, in ${times}.` : `${changes} in ${times}.`;
}
