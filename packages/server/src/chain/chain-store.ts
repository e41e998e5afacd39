import type { PromptLink } from "@flint/engine";
import type { ResponseObject } from "@flint/protocol";
import { LinkBytes } from "./link-bytes.ts";

/** A response that can be continued. */
export interface ChainEntry {
  readonly response: ResponseObject;
  /** The conversation up to and including this response's output; null if it cannot be continued. */
  readonly tip: PromptLink | null;
  /** Lane of the response; undefined for the default lane. */
  readonly lane: string | undefined;
  /** Resolves when the background prefill of a warm-up is over; never rejects. */
  readonly warm: Promise<void> | null;
}

export interface ChainStoreOptions {
  /** Number of entries above which the least recently used are evicted, except each lane's latest. */
  readonly capacity: number;
  /**
   * Maximum size of all conversations. The newest entry is kept whatever its size; beyond the limit, even lanes' latest
   * entries are evicted.
   */
  readonly bytes: number;
  /** Called with each evicted entry. */
  readonly onEvict?: (entry: ChainEntry) => void;
}

/** A bounded cache of responses by id. */
export class ChainStore {
  readonly #options: ChainStoreOptions;
  readonly #entries = new Map<string, ChainEntry>();
  readonly #latest = new Map<string | undefined, string>();
  readonly #held = new LinkBytes();

  constructor(options: ChainStoreOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#entries.size;
  }

  get bytes(): number {
    return this.#held.total;
  }

  get(id: string): ChainEntry | undefined {
    const entry = this.#entries.get(id);
    if (entry === undefined) return undefined;
    this.#entries.delete(id);
    this.#entries.set(id, entry);
    return entry;
  }

  put(entry: ChainEntry): void {
    this.delete(entry.response.id);
    this.#entries.set(entry.response.id, entry);
    this.#held.hold(entry.tip);
    this.#latest.set(entry.lane, entry.response.id);
    const { capacity, bytes } = this.#options;
    this.#evict(
      () => this.size > capacity,
      (other) => this.#latest.get(other.lane) !== other.response.id,
    );
    this.#evict(
      () => this.bytes > bytes,
      (other) => this.#latest.get(other.lane) !== other.response.id,
    );
    this.#evict(
      () => this.bytes > bytes,
      (other) => other !== entry,
    );
  }

  delete(id: string): boolean {
    const entry = this.#entries.get(id);
    if (entry === undefined) return false;
    this.#entries.delete(id);
    this.#held.release(entry.tip);
    return true;
  }

  #evict(isOver: () => boolean, mayGo: (entry: ChainEntry) => boolean): void {
    if (!isOver()) return;
    for (const [id, entry] of this.#entries) {
      if (!mayGo(entry)) continue;
      this.delete(id);
      this.#options.onEvict?.(entry);
      if (!isOver()) return;
    }
  }
}
