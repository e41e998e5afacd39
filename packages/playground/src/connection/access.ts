import { FlintError } from "@flint/client/browser";
import { browserStorage } from "../storage/index.ts";

const STORED = "flint.playground.key";
/** HTTP statuses with which servers reject malformed or oversized headers, such as an unusable key. */
const MALFORMED_STATUSES = new Set<number | null>([400, 431]);

/** Holds the server's API key: in memory, and in the tab's session storage if the user agrees. Never in a URL. */
export class Access {
  readonly #askForKey: (wasRefused: boolean) => Promise<{ key: string; keep: boolean }>;
  readonly #storage: Storage;
  #key: string | null;
  /** Whether the user allowed the tab to store the key. */
  #mayKeep = false;

  constructor(
    ask: (wasRefused: boolean) => Promise<{ key: string; keep: boolean }>,
    storage = browserStorage("sessionStorage"),
  ) {
    this.#askForKey = ask;
    this.#storage = storage;
    this.#key = storage.getItem(STORED);
  }

  /** The key as session options. */
  get option(): { apiKey?: string } {
    return this.#key === null ? {} : { apiKey: this.#key };
  }

  /** Asks the user for another key. */
  async renew(): Promise<void> {
    const wasRefused = this.#key !== null;
    this.#storage.removeItem(STORED);
    const { key, keep } = await this.#askForKey(wasRefused);
    this.#key = key;
    this.#mayKeep = keep;
  }

  /** The server accepted the key. */
  keyAccepted(): void {
    if (!this.#mayKeep || this.#key === null) return;
    try {
      this.#storage.setItem(STORED, this.#key);
    } catch (error) {
      // Storage is full: the user will be asked again after a reload.
      if (!(error instanceof DOMException)) throw error;
    }
  }

  /** Whether the server rejected the key, requires one, or could not parse the header that carried it. */
  isRefused(error: unknown): boolean {
    if (!(error instanceof FlintError)) return false;
    return error.status === 401 || (this.#key !== null && MALFORMED_STATUSES.has(error.status));
  }
}

/** Whether the key is valid but lacks the scope, in which case asking for another is pointless. */
export function isForbidden(error: unknown): boolean {
  return error instanceof FlintError && error.status === 403;
}
