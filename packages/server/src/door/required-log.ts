import { type ApiError, apiError } from "@flint/protocol";
import type { FoundLog } from "../response/index.ts";
import { EventAhead, EventsDropped } from "../store/index.ts";
import type { Shared } from "./shared.ts";

/**
 * Finds the events of a response, by the id of the response or its request. Rejects with {@link ApiError} if there are
 * none.
 */
export async function requireLog({ responses }: Shared, id: string): Promise<FoundLog> {
  const found = await responses.log(id);
  if (found === null) throw noEvents(id);
  return found;
}

/**
 * Returns the sequence number after which to read a response's events, for a client that has them up to `after`. Throws
 * {@link EventsDropped} and {@link EventAhead}.
 */
export function readPosition({ log, recording, elsewhere }: FoundLog, after: number): number {
  if (log.read(after, 1) === null) throw new EventsDropped();
  // Events that the other server has sent may not have arrived here yet.
  if (elsewhere !== null) return after;
  const last = recording?.last ?? log.last;
  if (after > last) throw new EventAhead(last);
  // Events sent after the response's end are numbered too, but not in the log.
  return Math.min(after, log.last);
}

function noEvents(id: string): ApiError {
  return apiError(
    "response_not_found",
    `there are no events of a response \`${id}\`: events are kept while it runs and for some time after, with \`store: true\` or a \`flint.grace\``,
    "response_id",
  );
}
