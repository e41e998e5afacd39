export { isValkeyAddress } from "./address.ts";
export {
  defaultValkeyLimits,
  openValkeyStore,
  type ValkeyLimits,
  type ValkeyStoreOptions,
} from "./open-valkey-store.ts";
