import type { Timings } from "@flint/protocol";

/** Where a turn's time went, as this client saw it. Milliseconds since the turn began, unless said otherwise. */
export interface TurnTimings {
  /** To the first text; `null` if none came. */
  readonly first_token_ms: number | null;
  readonly total_ms: number;
  /** Of the last response, without the time to its first token; `null` if the server did not tell. */
  readonly tokens_per_second: number | null;
  readonly output_tokens: number | null;
  /** From `interrupt()` to the server's word that generation has stopped. */
  readonly interrupt_ms?: number;
  /** From each `steer()` to the server's acknowledgement. */
  readonly steer_ms?: readonly number[];
  /** The server's own measurements of the last response, where it sends them. */
  readonly server: Timings | null;
}
