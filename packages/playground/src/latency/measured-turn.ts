import type { EditResult } from "@flint/client/browser";

/** The transport of a turn. */
export type Way = "WebSocket, warm" | "WebSocket, cold" | "HTTP";

/** Timings of a turn, in milliseconds; null if not measured. */
export interface MeasuredTurn {
  readonly number: number;
  readonly way: Way;
  readonly queue: number | null;
  readonly prefill: number | null;
  /** Measured by the page. */
  readonly firstToken: number | null;
  readonly total: number;
  readonly tokensPerSecond: number | null;
  readonly stop: number | null;
  /** The latest steer's latency. */
  readonly steer: number | null;
}

/** `isAnew`: the answer restarted, so the server's timings are not part of the time to the first token. */
export function measuredTurn(
  number: number,
  way: Way,
  { timings }: Pick<EditResult, "timings">,
  hasRestarted: boolean,
): MeasuredTurn {
  const server = hasRestarted ? null : timings.server;
  return {
    number,
    way,
    queue: server?.queue_ms ?? null,
    prefill: server?.prefill_ms ?? null,
    firstToken: timings.first_token_ms,
    total: timings.total_ms,
    tokensPerSecond: timings.tokens_per_second,
    stop: timings.interrupt_ms ?? null,
    steer: timings.steer_ms?.at(-1) ?? null,
  };
}

export interface Median {
  readonly way: Way;
  readonly turns: number;
  readonly firstToken: number;
}

/** Returns the median time to the first token for each transport. */
export function medians(turns: readonly MeasuredTurn[]): readonly Median[] {
  const byWay = new Map<Way, number[]>();
  for (const { way, firstToken } of turns) {
    if (firstToken !== null) byWay.set(way, [...(byWay.get(way) ?? []), firstToken]);
  }
  return [...byWay].map(([way, values]) => ({ way, turns: values.length, firstToken: median(values) }));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const [low = 0, high = low] = sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1);
  return (low + high) / 2;
}
