import type { ResponseObject, Timings } from "@flint/protocol";

/** Where a turn's time went, as this client saw it. Milliseconds since the turn began, unless said otherwise. */
export interface TurnTimings {
  /** To the first text; `null` if none came. */
  readonly first_token_ms: number | null;
  readonly total_ms: number;
  /** Of the last response, without the reading of its prompt; `null` if the server did not tell. */
  readonly tokens_per_second: number | null;
  readonly output_tokens: number | null;
  /** From `interrupt()` to the server's word that generation has stopped. Not over HTTP: the turn has ended before. */
  readonly interrupt_ms?: number;
  /** From each `steer()` to the server's acknowledgement. */
  readonly steer_ms?: readonly number[];
  /** The server's own measurements of the last response, where it sends them. */
  readonly server: Timings | null;
}

/** What a turn noted on its way, in `performance.now()` milliseconds. */
export interface Moments {
  readonly begun: number;
  readonly firstText: number | null;
  /** Of the last response. */
  readonly lastFirstText: number | null;
  readonly interruptMilliseconds: number | null;
  readonly steerMilliseconds: readonly number[];
}

export function measure(moments: Moments, response: ResponseObject | null): TurnTimings {
  const now = performance.now();
  const server = response?.flint?.timings ?? null;
  const tokens = server?.output_tokens ?? response?.usage?.output_tokens ?? null;
  const seconds = moments.lastFirstText === null ? 0 : (now - moments.lastFirstText) / 1000;
  const measured = tokens === null || seconds <= 0 ? null : tokens / seconds;
  return {
    first_token_ms: moments.firstText === null ? null : moments.firstText - moments.begun,
    total_ms: now - moments.begun,
    tokens_per_second: server?.tokens_per_second ?? measured,
    output_tokens: tokens,
    ...(moments.interruptMilliseconds === null ? {} : { interrupt_ms: moments.interruptMilliseconds }),
    ...(moments.steerMilliseconds.length === 0 ? {} : { steer_ms: moments.steerMilliseconds }),
    server,
  };
}

/** Of two answers to one turn, `later` begun `offset` milliseconds after the turn was. */
export function joinTimings(earlier: TurnTimings, later: TurnTimings, offset: number): TurnTimings {
  const first = later.first_token_ms === null ? null : later.first_token_ms + offset;
  const steers = [...(earlier.steer_ms ?? []), ...(later.steer_ms ?? [])];
  return {
    ...later,
    first_token_ms: earlier.first_token_ms ?? first,
    total_ms: later.total_ms + offset,
    ...(steers.length > 0 && { steer_ms: steers }),
  };
}
