import { isIP } from "node:net";
import { Redis, type RedisOptions } from "iovalkey";
import { StoreError } from "../store-error.ts";
import type { ValkeyAddress } from "./address.ts";
import { isLost, isPassing, placeOf, refusalOf, unreachable } from "./failures.ts";
import { type ScriptName, scripts } from "./script/index.ts";

/** Bounds on what waits for Valkey. Sizes are in bytes, times in milliseconds. */
export interface ConnectionLimits {
  /** How long a command waits for an answer, or for a connection that is gone. Past it, commands fail at once. */
  readonly wait: number;
  /** Commands that wait for an answer at once. */
  readonly pending: number;
  /** Their size. */
  readonly pendingBytes: number;
}

type Argument = string | number;

/** Longest pause between two attempts to connect. */
const PAUSE = 1_000;
const PASSING_PAUSE = 50;

/** The options that all connections to one server have. */
export function clientOptions(address: ValkeyAddress, timeout: number): RedisOptions {
  const { host, port, database, tls, user, password } = address;
  return {
    host,
    port,
    db: database,
    ...(user !== undefined && { username: user }),
    ...(password !== undefined && { password }),
    // An address of numbers is no name that a server could be asked for.
    ...(tls && { tls: isIP(host) === 0 ? { servername: host } : {} }),
    lazyConnect: true,
    connectTimeout: timeout,
    socketTimeout: timeout,
    // What waits is counted, bounded and sent again here, where it is known to be harmless.
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (attempt) => Math.min(PAUSE, 25 * 2 ** Math.min(attempt, 10)),
  };
}

/**
 * Scripts run in Valkey. A connection that is lost comes back by itself, and what it left unanswered is sent again: a
 * script that is run twice must do what it does once.
 */
export class ValkeyConnection {
  readonly #address: ValkeyAddress;
  readonly #limits: ConnectionLimits;
  readonly #client: Redis;
  #isUp = false;
  #isClosed = false;
  /** When the connection was lost; null while it stands. */
  #downSince: number | null = performance.now();
  #cause: unknown = null;
  #waiting = new Set<() => void>();
  #pending = 0;
  #pendingBytes = 0;

  constructor(address: ValkeyAddress, limits: ConnectionLimits) {
    this.#address = address;
    this.#limits = limits;
    this.#client = new Redis(clientOptions(address, limits.wait));
    this.#client.on("ready", () => void this.#prepare());
    this.#client.on("close", () => this.#down());
    this.#client.on("error", (error: unknown) => {
      this.#cause = error;
    });
  }

  /** Resolves once commands are taken. Rejects with {@link StoreError}, having given up. */
  async open(): Promise<void> {
    this.#client.connect().catch((cause: unknown) => {
      this.#cause ??= cause;
    });
    try {
      await this.#up(performance.now() + this.#limits.wait);
    } catch (cause) {
      this.close();
      throw cause;
    }
  }

  /** Whether commands are taken at present. */
  get isUp(): boolean {
    return this.#isUp;
  }

  /** Resolves once commands are taken, or the connection is closed for good. */
  async whenUp(): Promise<void> {
    while (!this.#isUp && !this.#isClosed) await new Promise<void>((resolve) => this.#waiting.add(resolve));
  }

  /** Runs a script. Rejects with {@link StoreError}. */
  run(name: ScriptName, ...args: readonly Argument[]): Promise<unknown> {
    const { sha } = scripts[name];
    return this.#send("evalsha", [sha, 0, this.#address.prefix, ...args]);
  }

  /** A command of Valkey's own, on the key of that kind and id; it must do no more when it is sent twice. */
  command(name: string, kind: string, id: string, ...args: readonly Argument[]): Promise<unknown> {
    return this.#send(name, [this.key(kind, id), ...args]);
  }

  key(kind: string, id?: string): string {
    return [this.#address.prefix, kind, ...(id === undefined ? [] : [id])].join(":");
  }

  close(): void {
    this.#isClosed = true;
    this.#isUp = false;
    this.#client.disconnect();
    this.#wake();
  }

  async #send(name: string, args: readonly Argument[]): Promise<unknown> {
    const bytes = args.reduce<number>((sum, it) => sum + (typeof it === "string" ? it.length : 8), 0);
    const { pending, pendingBytes, wait } = this.#limits;
    if (this.#pending >= pending || this.#pendingBytes + bytes > pendingBytes) {
      const message = `${this.#pending} commands are waiting for the store at ${placeOf(this.#address)}: try again in a moment`;
      throw new StoreError("store_busy", message);
    }
    this.#pending++;
    this.#pendingBytes += bytes;
    try {
      return await this.#attempt(name, args, performance.now() + wait);
    } finally {
      this.#pending--;
      this.#pendingBytes -= bytes;
    }
  }

  async #attempt(name: string, args: readonly Argument[], deadline: number): Promise<unknown> {
    let lacksScripts = false;
    for (;;) {
      if (!this.#isUp) await this.#up(Math.min(deadline, (this.#downSince ?? 0) + this.#limits.wait));
      try {
        if (lacksScripts) await this.#load();
        lacksScripts = false;
        return await this.#client.call(name, ...args);
      } catch (cause) {
        if (await this.#overcome(cause, deadline)) lacksScripts = true;
      }
    }
  }

  /** Waits until the command may be tried again, or throws. True where the scripts have to be loaded before. */
  async #overcome(cause: unknown, deadline: number): Promise<boolean> {
    const isLate = performance.now() >= deadline;
    if (isLost(cause)) {
      this.#cause ??= cause;
      if (isLate) throw unreachable(this.#address, this.#cause);
      // Such an answer can come before the connection counts as lost.
      if (this.#isUp) await pause(PASSING_PAUSE);
      return false;
    }
    if (/^NOSCRIPT/.test(String((cause as Error).message))) return true;
    if (isLate || !isPassing(cause)) throw refusalOf(cause, this.#address);
    await pause(PASSING_PAUSE);
    return false;
  }

  async #up(deadline: number): Promise<void> {
    while (!this.#isUp) {
      if (this.#isClosed) throw new StoreError("store_closed", "the store is closed: open it again");
      const left = deadline - performance.now();
      if (left <= 0) throw this.#whyDown();
      let stop = () => {};
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        stop = () => {
          clearTimeout(timer);
          resolve();
        };
        this.#waiting.add(stop);
      });
      this.#waiting.delete(stop);
    }
  }

  #whyDown(): StoreError {
    const reply = this.#cause instanceof Error && this.#cause.name === "ReplyError";
    return reply ? refusalOf(this.#cause, this.#address) : unreachable(this.#address, this.#cause);
  }

  async #prepare(): Promise<void> {
    try {
      await this.#load();
    } catch (cause) {
      this.#cause = cause;
      // What the server forbids it may allow later; a lost connection reports itself.
      this.#client.disconnect(true);
      return;
    }
    this.#isUp = true;
    this.#downSince = null;
    this.#cause = null;
    this.#wake();
  }

  async #load(): Promise<void> {
    await Promise.all(Object.values(scripts).map(({ text }) => this.#client.call("script", "load", text)));
  }

  #down(): void {
    this.#isUp = false;
    this.#downSince ??= performance.now();
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = new Set();
    for (const resolve of waiting) resolve();
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
