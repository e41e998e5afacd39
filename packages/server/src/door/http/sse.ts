import type { LoggedEvent } from "../../store/index.ts";

/** A recorded event as a message of a stream. */
export function sseOf({ type, text }: LoggedEvent): string {
  return `event: ${type}\ndata: ${text}\n\n`;
}
