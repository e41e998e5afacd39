import { StoreError } from "./store-error.ts";

const MEBI = 1024 * 1024;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Limits on what a store keeps. Sizes are in bytes of JSON text, times in milliseconds. */
export interface StoreLimits {
  /** Responses that can be retrieved and continued. The least recently used chains are evicted first. */
  readonly responses: number;
  /**
   * Size of all responses and their conversations. A single chain over the limit stays complete until another is used.
   */
  readonly bytes: number;
  /** How long a response is kept after it ends. */
  readonly age: number;
  /** Events kept per response; beyond it, the oldest are dropped. */
  readonly logEvents: number;
  /** Size of the events kept per response; beyond it, the oldest are dropped. */
  readonly logBytes: number;
  /** Size of all events in memory; beyond it, logs of ended responses are dropped, the oldest first. */
  readonly allLogBytes: number;
  /** How long a response's events can be replayed after it ends. */
  readonly logRetention: number;
  /** Chains whose conversations stay in memory; others are read from the store when they are continued. */
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

/** Default limits of the disk store, larger because disk space is cheaper than memory. */
export const defaultDiskLimits: StoreLimits = {
  ...defaultStoreLimits,
  responses: 50_000,
  bytes: 2048 * MEBI,
};

/**
 * Returns the limits in `own`, with those in `others` as defaults. Throws {@link StoreError} `store_limit_invalid` for
 * the first that is not a whole number of at least `least` (default 0): comparisons with NaN would allow everything or
 * nothing. `within` is the name of the option that holds them, for the message.
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
