import { StoreError } from "./store-error.ts";

const MEBI = 1024 * 1024;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Bounds on what a store keeps. Sizes are in bytes of JSON text, times in milliseconds. */
export interface StoreLimits {
  /** Responses that can be retrieved and continued. The least recently used chains go first. */
  readonly responses: number;
  /**
   * Of all responses and the conversations behind them. A single chain that is larger stays whole until another
   * one is used.
   */
  readonly bytes: number;
  /** How long a response is kept after its end. */
  readonly age: number;
  /** Events kept of one response; past it the oldest go. */
  readonly logEvents: number;
  /** Size of the events kept of one response; past it the oldest go. */
  readonly logBytes: number;
  /** Size of all events held in memory; past it, logs of responses that are over go, the oldest first. */
  readonly allLogBytes: number;
  /** How long the events of a response can be replayed after its end. */
  readonly logRetention: number;
  /** Chains whose conversation is held ready in memory; others are read again when they are continued. */
  readonly hotChains: number;
}

export const defaultStoreLimits: StoreLimits = {
  responses: 10_000,
  bytes: 256 * MEBI,
  age: 30 * DAY,
  logEvents: 65_536,
  logBytes: 16 * MEBI,
  allLogBytes: 256 * MEBI,
  logRetention: 10 * MINUTE,
  hotChains: 64,
};

/** What the disk store holds unless told otherwise: more, since it is not memory. */
export const defaultDiskLimits: StoreLimits = {
  ...defaultStoreLimits,
  responses: 50_000,
  bytes: 2048 * MEBI,
};

/**
 * These bounds, what is not said being as it is in `others`. Throws {@link StoreError} `store_limit_invalid` for the first
 * that is no whole number, from `least` on (0 if not given): a comparison with NaN would let everything pass, or nothing.
 * `within`: the option that they are part of, as its caller writes it.
 */
export function storeLimitsOf<T extends object>(
  own: Partial<T>,
  others: T,
  { within = "limits", least = {} }: { within?: string; least?: Partial<Record<keyof T, number>> } = {},
): T {
  const said = Object.entries(own).filter(([, value]) => value !== undefined);
  const limits: T = { ...others, ...Object.fromEntries(said) };
  for (const name of Object.keys(others) as (keyof T & string)[]) {
    const [value, from] = [limits[name], least[name] ?? 0];
    if (Number.isSafeInteger(value) && Number(value) >= from) continue;
    const message = `${within}.${name} is ${String(value)}: give a whole number, ${from} or more`;
    throw new StoreError("store_limit_invalid", message);
  }
  return limits;
}
