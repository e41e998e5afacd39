import type { EditResult } from "@flint/client/browser";

/** How a turn reached its server. */
export type Way = "WebSocket, warm" | "WebSocket, cold" | "HTTP";

/** One turn's figures, in milliseconds; null where there are none. */
export interface MeasuredTurn {
  readonly number: number;
  readonly way: Way;
  readonly queue: number | null;
  readonly prefill: number | null;
  /** As this page saw it. */
  readonly firstToken: number | null;
  readonly total: number;
  readonly tokensPerSecond: number | null;
  readonly stop: number | null;
  /** The latest steer's. */
  readonly steer: number | null;
}

/** `isAnew`: the answer has begun anew, so that what its server measured is no part of the time to the first token. */
export function measuredTurn(
  number: number,
  way: Way,
  { timings }: Pick<EditResult, "timings">,
  isAnew: boolean,
): MeasuredTurn {
  const server = isAnew ? null : timings.server;
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

/** The median time to the first token, by the way. */
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
