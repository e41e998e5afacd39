import { Redis } from "iovalkey";
import type { ValkeyAddress } from "./address.ts";
import { clientOptions } from "./connection.ts";
import { isConnectionLost, isTransient, storeErrorOf } from "./failures.ts";

/** An entry of a stream, with its only field. */
export interface Entry {
  readonly id: string;
  readonly field: string;
  readonly value: string;
}

interface Heard {
  at: string;
  readonly take: (entries: readonly Entry[]) => void;
}

type Reply = readonly [key: string, entries: readonly [id: string, fields: readonly string[]][]][];

/** How long one command waits for entries. Milliseconds. */
const BLOCK = 5_000;
const COUNT = 512;
const RETRY = 100;

export interface ListenerOptions {
  readonly address: ValkeyAddress;
  /** Valkey's response timeout. Milliseconds. */
  readonly wait: number;
  /** Key of this server's own stream. */
  readonly own: string;
  readonly take: (entries: readonly Entry[]) => void;
  /** Adds an entry to this server's stream, to interrupt a read when the set of streams changes. */
  readonly wake: () => void;
  /** Called with errors thrown by `take`, and once if the server refuses to read the streams. */
  readonly onFault: (error: unknown) => void;
}

/** Reads all streams as they grow over one dedicated connection. After a reconnect, it resumes where it stopped. */
export class Listener {
  readonly #options: ListenerOptions;
  readonly #client: Redis;
  readonly #heard = new Map<string, Heard>();
  #isClosed = false;
  #isRefused = false;

  constructor(options: ListenerOptions) {
    const { address, wait, own, take } = options;
    this.#options = options;
    this.#client = new Redis(clientOptions(address, BLOCK + wait));
    // Failed commands report the error.
    this.#client.on("error", () => {});
    this.#heard.set(own, { at: "0-0", take });
    void this.#run();
  }

  /** Listens to a stream's entries after entry `at`. */
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
      const asked = new Map(this.#heard);
      for (const [key, entries] of await this.#read(asked)) {
        const heard = this.#heard.get(key);
        // If `hear` was called again during the read, the stream has another position.
        if (heard !== undefined && heard === asked.get(key)) this.#take(heard, entries);
      }
    }
  }

  async #read(asked: ReadonlyMap<string, Heard>): Promise<Reply> {
    const ids = [...asked.values()].map(({ at }) => at);
    const streams = [...asked.keys(), ...ids];
    try {
      const command = ["COUNT", COUNT, "BLOCK", BLOCK, "STREAMS", ...streams];
      const reply = (await this.#client.call("xread", ...command)) as Reply | null;
      this.#isRefused = false;
      return reply ?? [];
    } catch (cause) {
      // The client reconnects by itself, and the next read resumes at the same positions.
      this.#failed(cause);
      await new Promise((resolve) => setTimeout(resolve, RETRY));
      return [];
    }
  }

  /** Reports a refusal once. Lost connections and servers that are not ready are reported elsewhere. */
  #failed(cause: unknown): void {
    if (this.#isRefused || isConnectionLost(cause) || isTransient(cause)) return;
    this.#isRefused = true;
    this.#options.onFault(storeErrorOf(cause, this.#options.address));
  }

  #take(heard: Heard, entries: Reply[number][1]): void {
    const last = entries.at(-1);
    if (last === undefined) return;
    heard.at = last[0];
    try {
      heard.take(entries.map(([id, [field = "", value = ""]]) => ({ id, field, value })));
    } catch (cause) {
      this.#options.onFault(cause);
    }
  }
}
