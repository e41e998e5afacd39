import type { PromptLink } from "@flint/engine";
import type { ResponseObject } from "@flint/protocol";
import { LinkBytes } from "./link-bytes.ts";

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
  /** Entries kept; the least recently used goes first. Each lane's latest is kept besides. */
  readonly capacity: number;
  /** Bytes of all conversations kept. The newest is kept whatever its size; past the limit even lanes' latest go. */
  readonly bytes: number;
  /** Told of each entry that makes room for another. */
  readonly onEvict?: (entry: ChainEntry) => void;
}

/** Responses by id, bounded. */
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
