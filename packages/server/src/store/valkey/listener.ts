import { Redis } from "iovalkey";
import type { ValkeyAddress } from "./address.ts";
import { clientOptions } from "./connection.ts";
import { isLost, isPassing, refusalOf } from "./failures.ts";

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

type Reply = readonly [key: string, entries: readonly [id: string, fields: readonly string[]][]][];

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
  /** Told of what whoever takes entries throws, and of a server that refuses to have its streams read. */
  readonly onFault: (error: unknown) => void;
}

/** Reads streams as they grow, all of them over one connection of its own, from where it stood after a lost one too. */
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
      const asked = new Map(this.#heard);
      for (const [key, entries] of await this.#read(asked)) {
        const heard = this.#heard.get(key);
        // One that was heard anew while this was read goes on from another place.
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
      // Lost, refused, not ready: the connection comes back by itself, and reading goes on where it stood.
      this.#failed(cause);
      await new Promise((resolve) => setTimeout(resolve, RETRY));
      return [];
    }
  }

  /** What is lost or not ready says so elsewhere; a refusal lasts, and is told once. */
  #failed(cause: unknown): void {
    if (this.#isRefused || isLost(cause) || isPassing(cause)) return;
    this.#isRefused = true;
    this.#options.onFault(refusalOf(cause, this.#options.address));
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
