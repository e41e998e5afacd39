export { EventAhead, type EventLog, EventsDropped, type LoggedEvent } from "./event-log.ts";
export { listItems, pageOf } from "./input-items.ts";
export { defaultDiskLimits, defaultStoreLimits, type StoreLimits } from "./limits.ts";
export { createMemoryStore, type DiskStoreOptions, openDiskStore, type StoreOptions } from "./open-store.ts";
export type {
  BegunResponse,
  ChainTip,
  ClaimedRequest,
  EndedResponse,
  GroupOrder,
  ItemPage,
  ItemPageRequest,
  ListedItem,
  Owner,
  RequestDigest,
  ResponseStore,
  StoreGroup,
} from "./store.ts";
export { StoreError, type StoreErrorCode } from "./store-error.ts";
export {
  defaultValkeyLimits,
  isValkeyAddress,
  openValkeyStore,
  type ValkeyLimits,
  type ValkeyStoreOptions,
} from "./valkey/index.ts";
