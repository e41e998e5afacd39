export { CacheGuardian } from "./cache-guardian.ts";
export {
  type Parking,
  type ThreadLease,
  ThreadPool,
  type ThreadPoolOptions,
  type ThreadRequest,
} from "./thread-pool.ts";
