/**
 * An OpenAI Responses API server over HTTP and WebSocket, in front of any {@link Engine}.
 * @module
 */
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
  type EndedResponse,
  type EventLog,
  type ItemPage,
  type ItemPageRequest,
  type ListedItem,
  type LoggedEvent,
  type Owner,
  openDiskStore,
  type ResponseStore,
  StoreError,
  type StoreErrorCode,
  type StoreLimits,
  type StoreOptions,
} from "./store/index.ts";
