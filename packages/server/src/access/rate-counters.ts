import type { Logger } from "pino";
import { StoreError, type StoreGroup } from "../store/index.ts";

/** A bucket that holds at most `perMinute` units and refills at that rate. */
export interface Bucket {
  /** What it limits and for which key, such as `requests:KEY`. */
  readonly name: string;
  readonly perMinute: number;
}

export interface RateState {
  readonly isAllowed: boolean;
  /** Whole units left. */
  readonly remaining: number;
  /** Milliseconds until the request would be allowed; 0 if it is. */
  readonly retryAfter: number;
  /** Milliseconds until the bucket is full. */
  readonly reset: number;
}

/** Counts what keys use of their rate limits. Servers that share one enforce a common limit. */
export interface RateCounters {
  /** Takes `cost` units if the bucket holds that many and at least one; otherwise takes none. */
  take(bucket: Bucket, cost: number): Promise<RateState>;
  /** Takes units that have already been used. The bucket may become negative. */
  spend(bucket: Bucket, cost: number): Promise<void>;
}

interface Level {
  units: number;
  at: number;
  perMinute: number;
}

const MINUTE = 60_000;
/** Number of buckets above which full ones are dropped. */
const MANY = 10_000;
/** Buckets checked per access above that number: enough to remove faster than they can be added. */
const LOOKED_AT = 4;

/** Creates counters for one server. `now` returns milliseconds of a monotonic clock. */
export function memoryRateCounters(now: () => number = () => performance.now()): RateCounters {
  const levels = new Map<string, Level>();
  const forgetFull = fullBucketSweeper(levels);
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
 * Creates counters shared by all servers of a group: a key has one limit across them. While the store fails, this
 * server counts by itself rather than refuse requests.
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
 * Returns a function that drops full buckets, which are equivalent to new ones. Each call checks a few and continues
 * where the previous one stopped: no call takes long, however many buckets there are.
 */
function fullBucketSweeper(levels: Map<string, Level>): (now: number) => void {
  // The iterator tolerates insertions and deletions between calls.
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
