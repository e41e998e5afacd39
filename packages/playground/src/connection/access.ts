import { FlintError } from "@flint/client/browser";
import { browserStorage } from "../storage/index.ts";

const STORED = "flint.playground.key";
/** Statuses by which servers refuse a request for its headers alone. */
const UNFIT = new Set<number | null>([400, 431]);

/** The server's key: in memory, and where the person says so in the tab's own storage. Never in an address. */
export class Access {
  readonly #ask: (wasRefused: boolean) => Promise<{ key: string; keep: boolean }>;
  readonly #storage: Storage;
  #key: string | null;
  /** Whether the person lets the tab keep the key. */
  #mayKeep = false;

  constructor(
    ask: (wasRefused: boolean) => Promise<{ key: string; keep: boolean }>,
    storage = browserStorage("sessionStorage"),
  ) {
    this.#ask = ask;
    this.#storage = storage;
    this.#key = storage.getItem(STORED);
  }

  /** For the session's options. */
  get option(): { apiKey?: string } {
    return this.#key === null ? {} : { apiKey: this.#key };
  }

  /** Asks the person. */
  async renew(): Promise<void> {
    const wasRefused = this.#key !== null;
    this.#storage.removeItem(STORED);
    const { key, keep } = await this.#ask(wasRefused);
    this.#key = key;
    this.#mayKeep = keep;
  }

  /** The server has taken the key. */
  admitted(): void {
    if (!this.#mayKeep || this.#key === null) return;
    try {
      this.#storage.setItem(STORED, this.#key);
    } catch (error) {
      // Where there is no room for it, the person is asked again after a reload.
      if (!(error instanceof DOMException)) throw error;
    }
  }

  /** The server knows no such key, or wants one; or what was given for one is none that a request can carry. */
  isRefused(error: unknown): boolean {
    if (!(error instanceof FlintError)) return false;
    return error.status === 401 || (this.#key !== null && UNFIT.has(error.status));
  }
}

/** The server knows the key, which is not for this: another one need not be asked for. */
export function isForbidden(error: unknown): boolean {
  return error instanceof FlintError && error.status === 403;
}
