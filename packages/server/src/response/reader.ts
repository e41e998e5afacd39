import type { LoggedEvent } from "../store/index.ts";
import type { Turn } from "../turn/index.ts";

/** A client connection that reads responses while they are generated. */
export interface Reader {
  /** Whether it can also receive the responses that steers begin. A stream ends with its response. */
  readonly receivesSuccessors: boolean;
  /** Fires when it stops reading. */
  readonly gone: AbortSignal;
  /** Receives an event sent after the response's end: a reply to a late steer or interrupt, which is in no log. */
  onLateEvent(responseId: string, event: LoggedEvent): void;
  /** Called when a response that it reads has ended and can no longer be resumed. */
  onForgotten(turn: Turn): void;
}

/** Creates the reader of a stream, which carries only one response. */
export function streamReader(gone: AbortSignal): Reader {
  return { receivesSuccessors: false, gone, onLateEvent() {}, onForgotten() {} };
}
