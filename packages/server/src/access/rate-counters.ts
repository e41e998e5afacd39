import type { Logger } from "pino";
import { StoreError, type StoreGroup } from "../store/index.ts";

/** A bucket of so many units that fills up again at so many a minute. */
export interface Bucket {
  /** Whose and of what, such as `requests:KEY`. */
  readonly name: string;
  readonly perMinute: number;
}

export interface RateState {
  readonly isAllowed: boolean;
  /** Whole units left. */
  readonly remaining: number;
  /** Milliseconds until what was asked for would be allowed; 0 where it is. */
  readonly retryAfter: number;
  /** Milliseconds until the bucket is full. */
  readonly reset: number;
}

/** Counts what keys have used of their rates. Several servers that share one hold their users to one rate. */
export interface RateCounters {
  /** Takes `cost` units if there are so many, and at least one; takes none otherwise. */
  take(bucket: Bucket, cost: number): Promise<RateState>;
  /** Takes what has been used already, more than there is if need be: the debt is waited for. */
  spend(bucket: Bucket, cost: number): Promise<void>;
}

interface Level {
  units: number;
  at: number;
  perMinute: number;
}

const MINUTE = 60_000;
/** Buckets beyond which full ones are forgotten. */
const MANY = 10_000;
/** Those looked at each time that one is used then: more than the one that may have come with it. */
const LOOKED_AT = 4;

/** The counters of one server. `now` in milliseconds, of a clock that never goes back. */
export function memoryRateCounters(now: () => number = () => performance.now()): RateCounters {
  const levels = new Map<string, Level>();
  const forgetFull = forgetterOf(levels);
  const levelOf = ({ name, perMinute }: Bucket): Level => {
    const at = now();
    const level = levels.get(name) ?? { units: perMinute, at, perMinute };
    level.units = unitsOf(level, perMinute, at);
    level.at = at;
    level.perMinute = perMinute;
    if (levels.size > MANY) forgetFull(at);
    levels.set(name, level);
    return level;
  };
  return {
    take: async (bucket, cost) => {
      const level = levelOf(bucket);
      const needed = Math.max(cost, 1);
      const isAllowed = level.units >= needed;
      if (isAllowed) level.units -= cost;
      return stateOf(bucket, { isAllowed, needed, left: level.units });
    },
    spend: async (bucket, cost) => {
      levelOf(bucket).units -= cost;
    },
  };
}

/**
 * The counters of all servers of a group: a key has one rate on all of them. While the store fails, this server counts
 * for itself: a key that has a rate is not refused for that.
 */
export function groupRateCounters(
  group: Pick<StoreGroup, "takeUnits">,
  logger: Pick<Logger, "warn">,
  alone: RateCounters = memoryRateCounters(),
): RateCounters {
  let isOut = false;
  const shared = async <T>(ask: () => Promise<T>, instead: () => Promise<T>): Promise<T> => {
    try {
      const answer = await ask();
      isOut = false;
      return answer;
    } catch (cause) {
      if (!(cause instanceof StoreError)) throw cause;
      if (!isOut) logger.warn({ err: cause }, "this server counts the rates of keys by itself for now");
      isOut = true;
      return instead();
    }
  };
  return {
    take: (bucket, cost) => {
      const needed = Math.max(cost, 1);
      const ask = async () => {
        const { isTaken, left } = await group.takeUnits(bucket, cost, needed);
        return stateOf(bucket, { isAllowed: isTaken, needed, left });
      };
      return shared(ask, () => alone.take(bucket, cost));
    },
    spend: (bucket, cost) => {
      const ask = async () => {
        await group.takeUnits(bucket, cost, Number.NEGATIVE_INFINITY);
      };
      return shared(ask, () => alone.spend(bucket, cost));
    },
  };
}

function stateOf(
  { perMinute }: Bucket,
  { isAllowed, needed, left }: { isAllowed: boolean; needed: number; left: number },
): RateState {
  const until = (units: number) => Math.max(0, ((units - left) * MINUTE) / perMinute);
  return {
    isAllowed,
    remaining: Math.max(0, Math.floor(left)),
    retryAfter: isAllowed ? 0 : until(needed),
    reset: until(perMinute),
  };
}

function unitsOf(level: Level, perMinute: number, now: number): number {
  return Math.min(perMinute, level.units + ((now - level.at) * perMinute) / MINUTE);
}

/**
 * Forgets buckets that have filled up, as they are again what a new one is. Each call looks at a few, and goes on where
 * the one before stopped: so none is waited for, however many there are.
 */
function forgetterOf(levels: Map<string, Level>): (now: number) => void {
  // It goes on over what comes and goes meanwhile.
  let rest = levels.entries();
  return (now) => {
    for (let looked = 0; looked < LOOKED_AT; looked++) {
      const { done, value } = rest.next();
      if (done === true) {
        rest = levels.entries();
        return;
      }
      const [name, level] = value;
      if (unitsOf(level, level.perMinute, now) >= level.perMinute) levels.delete(name);
    }
  };
}
