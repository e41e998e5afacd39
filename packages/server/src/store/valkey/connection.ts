import { isIP } from "node:net";
import { Redis, type RedisOptions } from "iovalkey";
import { StoreError } from "../store-error.ts";
import type { ValkeyAddress } from "./address.ts";
import { isConnectionLost, isTransient, placeOf, storeErrorOf, unreachable } from "./failures.ts";
import { type ScriptName, scripts } from "./script/index.ts";

/** Limits on waiting for Valkey. Sizes are in bytes, times in milliseconds. */
export interface ConnectionLimits {
  /** Timeout for a response or a reconnect. After it, commands fail immediately while the connection is down. */
  readonly wait: number;
  /** Commands waiting for a response at once. */
  readonly pending: number;
  /** Size of the waiting commands. */
  readonly pendingBytes: number;
}

type Argument = string | number;

/** Maximum pause between attempts to connect. Milliseconds. */
const PAUSE = 1_000;
const PASSING_PAUSE = 50;

/** Returns the options shared by all connections to one server. */
export function clientOptions(address: ValkeyAddress, timeout: number): RedisOptions {
  const { host, port, database, tls, user, password } = address;
  return {
    host,
    port,
    db: database,
    ...(user !== undefined && { username: user }),
    ...(password !== undefined && { password }),
    // TLS server names cannot be IP addresses.
    ...(tls && { tls: isIP(host) === 0 ? { servername: host } : {} }),
    lazyConnect: true,
    connectTimeout: timeout,
    socketTimeout: timeout,
    // This class queues, bounds and resends commands itself: it knows which ones are safe to repeat.
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (attempt) => Math.min(PAUSE, 25 * 2 ** Math.min(attempt, 10)),
  };
}

/**
 * A connection for running scripts in Valkey. It reconnects automatically and resends unanswered commands: running a
 * script twice must have the same effect as once.
 */
export class ValkeyConnection {
  readonly #address: ValkeyAddress;
  readonly #limits: ConnectionLimits;
  readonly #client: Redis;
  #isUp = false;
  #isClosed = false;
  /** When the connection was lost; null while connected. */
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
    this.#client.on("close", () => this.#markDown());
    this.#client.on("error", (error: unknown) => {
      this.#cause = error;
    });
  }

  /** Resolves when the connection accepts commands. Rejects with {@link StoreError} on timeout. */
  async open(): Promise<void> {
    this.#client.connect().catch((cause: unknown) => {
      this.#cause ??= cause;
    });
    try {
      await this.#waitUntilUp(performance.now() + this.#limits.wait);
    } catch (cause) {
      this.close();
      throw cause;
    }
  }

  /** Whether the connection accepts commands. */
  get isUp(): boolean {
    return this.#isUp;
  }

  /** Resolves when the connection accepts commands or is closed for good. */
  async whenUp(): Promise<void> {
    while (!this.#isUp && !this.#isClosed) await new Promise<void>((resolve) => this.#waiting.add(resolve));
  }

  /** Runs a script. Rejects with {@link StoreError}. */
  run(name: ScriptName, ...args: readonly Argument[]): Promise<unknown> {
    const { sha } = scripts[name];
    return this.#send("evalsha", [sha, 0, this.#address.prefix, ...args]);
  }

  /** Runs a built-in Valkey command on the key of that kind and id. It must be safe to send twice. */
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
      if (!this.#isUp)
        await this.#waitUntilUp(Math.min(deadline, (this.#downSince ?? 0) + this.#limits.wait));
      try {
        if (lacksScripts) await this.#load();
        lacksScripts = false;
        return await this.#client.call(name, ...args);
      } catch (cause) {
        if (await this.#recoverFrom(cause, deadline)) lacksScripts = true;
      }
    }
  }

  /** Waits until the command can be retried, or throws. Returns true if the scripts must be loaded first. */
  async #recoverFrom(cause: unknown, deadline: number): Promise<boolean> {
    const isLate = performance.now() >= deadline;
    if (isConnectionLost(cause)) {
      this.#cause ??= cause;
      if (isLate) throw unreachable(this.#address, this.#cause);
      // A lost-connection error can arrive before the `close` event.
      if (this.#isUp) await pause(PASSING_PAUSE);
      return false;
    }
    if (/^NOSCRIPT/.test(String((cause as Error).message))) return true;
    if (isLate || !isTransient(cause)) throw storeErrorOf(cause, this.#address);
    await pause(PASSING_PAUSE);
    return false;
  }

  async #waitUntilUp(deadline: number): Promise<void> {
    while (!this.#isUp) {
      if (this.#isClosed) throw new StoreError("store_closed", "the store is closed: open it again");
      const left = deadline - performance.now();
      if (left <= 0) throw this.#downError();
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

  #downError(): StoreError {
    const reply = this.#cause instanceof Error && this.#cause.name === "ReplyError";
    return reply ? storeErrorOf(this.#cause, this.#address) : unreachable(this.#address, this.#cause);
  }

  async #prepare(): Promise<void> {
    try {
      await this.#load();
    } catch (cause) {
      this.#cause = cause;
      // Reconnects, because the server may allow scripts later. If the connection was lost, this is harmless.
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

  #markDown(): void {
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
