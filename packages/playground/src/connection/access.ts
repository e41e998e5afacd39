import { FlintError } from "@flint/client/browser";
import { browserStorage } from "../storage/index.ts";

const STORED = "flint.playground.key";

/** The server's key: in memory, and where the person says so in the tab's own storage. Never in an address. */
export class Access {
  readonly #ask: (wasRefused: boolean) => Promise<{ key: string; keep: boolean }>;
  readonly #storage: Storage;
  #key: string | null;

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
    if (keep) this.#storage.setItem(STORED, key);
  }
}

/** The server knows no such key, or wants one. */
export function isRefusedKey(error: unknown): boolean {
  return error instanceof FlintError && error.status === 401;
}

/** The server knows the key, which is not for this: another one need not be asked for. */
export function isForbidden(error: unknown): boolean {
  return error instanceof FlintError && error.status === 403;
}
