import type { ResponseStore, StoreLimits } from "../index.ts";

export interface OpenOptions {
  readonly limits?: Partial<StoreLimits>;
  readonly now?: () => number;
}

export interface ConformanceOptions {
  /** Opens an empty store. The suite closes it. */
  open(options: OpenOptions): Promise<ResponseStore>;
}
