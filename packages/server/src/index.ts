/**
 * An OpenAI Responses API server over HTTP and WebSocket, in front of any {@link Engine}.
 * @module
 */
export {
  type Bucket,
  changeKeys,
  type KeyLimits,
  type KeyRecord,
  type MadeKey,
  makeKey,
  memoryRateCounters,
  type RateCounters,
  type RateState,
  readKeys,
  type Scope,
  scopes,
} from "./access/index.ts";
export { type EngineFailure, engineFailures, ServerError, type ServerErrorCode } from "./errors/index.ts";
export { defaultLimits, type LimitDetail, limitDetails, type ServerLimits } from "./limits.ts";
export { type FlintServer, type ServerChanges, type ServerOptions, startServer } from "./server.ts";
export {
  type BegunResponse,
  type ChainTip,
  createMemoryStore,
  type DiskStoreOptions,
  defaultDiskLimits,
  defaultStoreLimits,
  defaultValkeyLimits,
  type EndedResponse,
  type EventLog,
  type GroupOrder,
  type ItemPage,
  type ItemPageRequest,
  isValkeyAddress,
  type ListedItem,
  type LoggedEvent,
  type Owner,
  openDiskStore,
  openValkeyStore,
  type ResponseStore,
  StoreError,
  type StoreErrorCode,
  type StoreGroup,
  type StoreLimits,
  type StoreOptions,
  type ValkeyLimits,
  type ValkeyStoreOptions,
} from "./store/index.ts";
export { Price, type Prices } from "./usage/index.ts";
