import { type ApiError, apiError } from "@flint/protocol";
import type { RateState } from "./rate-counters.ts";

/** What a key has so many of a minute. */
export type Rate = "requests" | "tokens";

/** The rates of a key as they were last seen. */
export interface Rates {
  readonly requests: Seen | null;
  readonly tokens: Seen | null;
}

export interface Seen {
  readonly limit: number;
  readonly state: RateState;
}

/** The refusal of a request over one of its key's rates. */
export function refusedRate(what: Rate, perMinute: number, state: RateState): ApiError {
  const seconds = Math.max(state.retryAfter / 1000, 0.001);
  const message = `the key's limit of ${perMinute} ${what} a minute is reached: please try again in ${seconds.toFixed(3)}s`;
  return apiError("rate_limit_exceeded", message, null, seconds);
}

/** What is left of a key's rates, in the headers that OpenAI's clients read. */
export function rateHeaders({ requests, tokens }: Rates): [name: string, value: string][] {
  const entries = [
    ["requests", requests],
    ["tokens", tokens],
  ] as const;
  return entries.flatMap(([what, seen]) =>
    seen === null
      ? []
      : [
          [`x-ratelimit-limit-${what}`, String(seen.limit)] as [string, string],
          [`x-ratelimit-remaining-${what}`, String(seen.state.remaining)] as [string, string],
          [`x-ratelimit-reset-${what}`, durationText(seen.state.reset)] as [string, string],
        ],
  );
}

/** `0s`, `35ms`, `1.5s`, `6m0s`: durations as OpenAI's headers have them. */
export function durationText(milliseconds: number): string {
  const whole = Math.ceil(milliseconds);
  if (whole === 0) return "0s";
  if (whole < 1_000) return `${whole}ms`;
  const seconds = Math.ceil(whole / 100) / 10;
  if (seconds < 60) return `${seconds}s`;
  const full = Math.ceil(seconds);
  return `${Math.floor(full / 60)}m${full % 60}s`;
}
