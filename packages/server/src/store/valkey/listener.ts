import { Redis } from "iovalkey";
import type { ValkeyAddress } from "./address.ts";
import { clientOptions } from "./connection.ts";

/** A stream's entry: its id, and the one field that it has. */
export interface Entry {
  readonly id: string;
  readonly field: string;
  readonly value: string;
}

interface Heard {
  at: string;
  readonly take: (entries: readonly Entry[]) => void;
}

type Reply = readonly [key: string, entries: readonly [id: string, fields: readonly string[]][]][] | null;

/** How long one command listens. Milliseconds. */
const BLOCK = 5_000;
const COUNT = 512;
const RETRY = 100;

export interface ListenerOptions {
  readonly address: ValkeyAddress;
  /** How long Valkey may take to answer. Milliseconds. */
  readonly wait: number;
  /** The stream of this server itself. */
  readonly own: string;
  readonly take: (entries: readonly Entry[]) => void;
  /** Puts an entry on that stream, since what is listened to has changed. */
  readonly wake: () => void;
}

/** Reads streams as they grow, all of them over one connection of its own, from where it stood after a lost one too. */
export class Listener {
  readonly #options: ListenerOptions;
  readonly #client: Redis;
  readonly #heard = new Map<string, Heard>();
  #isClosed = false;

  constructor(options: ListenerOptions) {
    const { address, wait, own, take } = options;
    this.#options = options;
    this.#client = new Redis(clientOptions(address, BLOCK + wait));
    // Commands that fail say so themselves.
    this.#client.on("error", () => {});
    this.#heard.set(own, { at: "0-0", take });
    void this.#run();
  }

  /** Takes the entries of a stream after that one. */
  hear(key: string, at: string, take: (entries: readonly Entry[]) => void): void {
    this.#heard.set(key, { at, take });
    this.#options.wake();
  }

  forget(key: string): void {
    this.#heard.delete(key);
  }

  close(): void {
    this.#isClosed = true;
    this.#client.disconnect();
  }

  async #run(): Promise<void> {
    await this.#client.connect().catch(() => {});
    while (!this.#isClosed) {
      const heard = [...this.#heard];
      try {
        const keys = heard.map(([key]) => key);
        const ids = heard.map(([, { at }]) => at);
        const reply = await this.#client.call(
          "xread",
          "COUNT",
          COUNT,
          "BLOCK",
          BLOCK,
          "STREAMS",
          ...keys,
          ...ids,
        );
        for (const [key, entries] of (reply as Reply) ?? []) this.#take(key, entries);
      } catch {
        // Lost, refused, not ready: the connection comes back by itself, and reading goes on where it stood.
        await new Promise((resolve) => setTimeout(resolve, RETRY));
      }
    }
  }

  #take(key: string, entries: readonly (readonly [string, readonly string[]])[]): void {
    const heard = this.#heard.get(key);
    const last = entries.at(-1);
    if (heard === undefined || last === undefined) return;
    heard.at = last[0];
    heard.take(entries.map(([id, [field = "", value = ""]]) => ({ id, field, value })));
  }
}
