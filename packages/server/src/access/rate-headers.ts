import { type ApiError, apiError } from "@flint/protocol";
import type { RateState } from "./rate-counters.ts";

/** What a key's rate limits count. */
export type Rate = "requests" | "tokens";

/** A key's rate limits as of the last check. */
export interface Rates {
  readonly requests: RateStatus | null;
  readonly tokens: RateStatus | null;
}

export interface RateStatus {
  readonly limit: number;
  readonly state: RateState;
}

/** Returns the error for a request over one of its key's rate limits. */
export function rateLimitError(what: Rate, perMinute: number, state: RateState): ApiError {
  const seconds = Math.max(state.retryAfter / 1000, 0.001);
  const message = `the key's limit of ${perMinute} ${what} a minute is reached: please try again in ${seconds.toFixed(3)}s`;
  return apiError("rate_limit_exceeded", message, null, seconds);
}

/** Returns the state of a key's rate limits as the response headers that OpenAI's clients read. */
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

/** Formats a duration as OpenAI's headers do: `0s`, `35ms`, `1.5s`, `6m0s`. */
export function durationText(milliseconds: number): string {
  const whole = Math.ceil(milliseconds);
  if (whole === 0) return "0s";
  if (whole < 1_000) return `${whole}ms`;
  const seconds = Math.ceil(whole / 100) / 10;
  if (seconds < 60) return `${seconds}s`;
  const full = Math.ceil(seconds);
  return `${Math.floor(full / 60)}m${full % 60}s`;
}
