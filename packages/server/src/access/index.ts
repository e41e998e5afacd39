export { Access } from "./access.ts";
export type { Account } from "./account.ts";
export { type MadeKey, makeKey } from "./api-key.ts";
export { changeKeys, readKeys } from "./key-file.ts";
export { type KeyLimits, type KeyRecord, type Scope, scopes } from "./key-record.ts";
export {
  type Bucket,
  groupRateCounters,
  memoryRateCounters,
  type RateCounters,
  type RateState,
} from "./rate-counters.ts";
export { rateHeaders } from "./rate-headers.ts";
