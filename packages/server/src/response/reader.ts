import type { LoggedEvent } from "../store/index.ts";
import type { Turn } from "../turn/index.ts";

/** Somebody who reads responses as they come. */
export interface Reader {
  /** Whether what follows a response by itself can go out to it. A stream ends with its response. */
  readonly goesOn: boolean;
  /** Fires when it reads no more. */
  readonly gone: AbortSignal;
  /** Takes an event of a response that is over: an answer to a late steer or interrupt, which no log has. */
  late(responseId: string, event: LoggedEvent): void;
  /** A response that it reads is over, and nobody can take it up any more. */
  forgotten(turn: Turn): void;
}

/** The reader of a stream, which carries one response and nothing after it. */
export function streamReader(gone: AbortSignal): Reader {
  return { goesOn: false, gone, late() {}, forgotten() {} };
}
