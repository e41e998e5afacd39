import { type ApiError, apiError } from "@flint/protocol";
import type { FoundLog } from "../response/index.ts";
import { EventAhead, EventsDropped } from "../store/index.ts";
import type { Shared } from "./shared.ts";

/** The events of a response, by its id or that of its request. Rejects with {@link ApiError} where there are none. */
export async function replayedLog({ responses }: Shared, id: string): Promise<FoundLog> {
  const found = await responses.log(id);
  if (found === null) throw noEvents(id);
  return found;
}

/**
 * The number after which a response's events are read on, for one who has them up to `after`. Throws
 * {@link EventsDropped} and {@link EventAhead}.
 */
export function readableFrom({ log, recording, elsewhere }: FoundLog, after: number): number {
  if (log.read(after, 1) === null) throw new EventsDropped();
  // What its server has sent may not be here yet.
  if (elsewhere !== null) return after;
  const last = recording?.last ?? log.last;
  if (after > last) throw new EventAhead(last);
  // Late answers have numbers too, and are on no log.
  return Math.min(after, log.last);
}

function noEvents(id: string): ApiError {
  return apiError(
    "response_not_found",
    `there are no events of a response \`${id}\`: events are kept while it runs and for some time after, with \`store: true\` or a \`flint.grace\``,
    "response_id",
  );
}
