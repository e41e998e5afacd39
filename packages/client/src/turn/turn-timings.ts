import type { ResponseObject, Timings } from "@flint/protocol";

/** The timings of a turn, measured by the client, in milliseconds since the turn began unless noted otherwise. */
export interface TurnTimings {
  /** Time to the first text; `null` if none arrived. */
  readonly first_token_ms: number | null;
  readonly total_ms: number;
  /** For the last response, without reading its prompt; `null` if unknown. */
  readonly tokens_per_second: number | null;
  readonly output_tokens: number | null;
  /**
   * Time from `interrupt()` to the server's confirmation that generation stopped. Absent over HTTP, where the turn ends
   * at once.
   */
  readonly interrupt_ms?: number;
  /** Time from each `steer()` to the server's acknowledgement. */
  readonly steer_ms?: readonly number[];
  /** The server's own measurements of the last response, if it sends them. */
  readonly server: Timings | null;
}

/** Points in time of a turn, as `performance.now()` milliseconds. */
export interface Moments {
  readonly begun: number;
  readonly firstText: number | null;
  /** For the last response. */
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

/** Joins the timings of two answers to one turn. `later` began `offset` milliseconds after the turn did. */
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
