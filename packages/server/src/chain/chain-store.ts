import type { PromptLink } from "@flint/engine";
import type { ResponseObject } from "@flint/protocol";

/** A response that others may continue. */
export interface ChainEntry {
  readonly response: ResponseObject;
  /** The conversation up to and with this response's output; null where it cannot be continued. */
  readonly tip: PromptLink | null;
  /** The lane that it was made on; undefined for the default lane. */
  readonly lane: string | undefined;
  /** Settles, never rejects, once the background prefill of a warm-up is over. */
  readonly warm: Promise<void> | null;
}

export interface ChainStoreOptions {
  /** Entries kept; the least recently used goes first. */
  readonly capacity: number;
  /** Keeps each lane's latest entry, whatever the capacity. */
  readonly keepLatestOfLane?: boolean;
  /** Told of each entry that makes room for another. */
  readonly onEvict?: (entry: ChainEntry) => void;
}

/** Responses by id, bounded. */
export class ChainStore {
  readonly #options: ChainStoreOptions;
  readonly #entries = new Map<string, ChainEntry>();
  readonly #latest = new Map<string | undefined, string>();

  constructor(options: ChainStoreOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(id: string): ChainEntry | undefined {
    const entry = this.#entries.get(id);
    if (entry === undefined) return undefined;
    this.#entries.delete(id);
    this.#entries.set(id, entry);
    return entry;
  }

  put(entry: ChainEntry): void {
    this.#entries.set(entry.response.id, entry);
    if (this.#options.keepLatestOfLane) this.#latest.set(entry.lane, entry.response.id);
    this.#evict();
  }

  delete(id: string): boolean {
    return this.#entries.delete(id);
  }

  #evict(): void {
    let surplus = this.#entries.size - this.#options.capacity;
    if (surplus <= 0) return;
    for (const [id, entry] of this.#entries) {
      if (this.#latest.get(entry.lane) === id) continue;
      this.#entries.delete(id);
      this.#options.onEvict?.(entry);
      surplus--;
      if (surplus === 0) return;
    }
  }
}
