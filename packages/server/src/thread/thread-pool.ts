import {
  type Engine,
  EngineError,
  firstToGo,
  type PromptItem,
  type PromptLink,
  type Prospect,
  type Thread,
  type ThreadOptions,
} from "@flint/engine";
import type { Owner } from "../store/index.ts";
import { startsWithItems } from "./same-items.ts";

export interface ThreadPoolOptions {
  readonly engine: Engine;
  /**
   * Maximum number of idle threads; beyond it, those whose conversation is least likely to continue are released first.
   */
  readonly idle: number;
  /** How long to wait for a thread if the engine has none free, in ms. */
  readonly wait: number;
}

export interface ThreadRequest {
  readonly model: string;
  /** The user: only threads that no other user's prompt was read on are given. */
  readonly owner: Owner;
  /** Tip of the conversation to continue; null for a new one. */
  readonly tip: PromptLink | null;
  /** The request's new input. */
  readonly input: readonly PromptItem[];
  /** Whether to fork the thread at the tip and leave the original to others. */
  readonly fork: boolean;
  /** For a new conversation: continue the thread last parked with this key. */
  readonly cacheKey: string | null;
  /** Called with the progress of loading the model, if the request waits for it. */
  readonly onLoading?: ThreadOptions["onLoading"];
}

export interface Parking {
  /** Tip of the thread's conversation; null if nothing can continue it by id. */
  readonly tip: PromptLink | null;
  /** Input of a new conversation, which may be sent again as part of a longer history; empty for any other. */
  readonly input: readonly PromptItem[];
  readonly cacheKey: string | null;
  /** How likely the conversation is to continue. */
  readonly prospect: Prospect;
  /** Releases the thread when it fires; null for conversations that outlive their connection. */
  readonly connection: AbortSignal | null;
}

/** The right to use a thread, until it is parked or released. */
export interface ThreadLease {
  readonly thread: Thread;
  /** Whether the request repeats the history that the thread has read: it continues a conversation without its id. */
  readonly isSentAgain: boolean;
  /** Keeps the thread for the next response of its conversation. */
  park(parking: Parking): void;
  /** Returns the thread to the engine. */
  release(): void;
}

interface IdleThread extends Parking {
  readonly thread: Thread;
  readonly owner: Owner;
}

/**
 * The engine's idle threads, by conversation. The tip of a chain owns a thread while there is room: continuing the tip
 * takes that thread, forking it forks the thread, and a chain without one is prefilled from its text. A client that
 * sends its whole history continues from the thread that has read it: on that thread if nothing can continue it by id,
 * else on a fork. A thread is only used for the user it was opened for, because the number of reused tokens reveals
 * what it has read.
 */
export class ThreadPool {
  readonly #options: ThreadPoolOptions;
  /** Least recently used first. */
  readonly #idle = new Set<IdleThread>();
  readonly #byTip = new Map<PromptLink, IdleThread>();
  readonly #watched = new WeakSet<AbortSignal>();
  /** Wakes the waiting requests, in order. */
  readonly #waiting = new Set<() => void>();
  /** Number of threads freed so far. */
  #freed = 0;
  #closed = false;

  constructor(options: ThreadPoolOptions) {
    this.#options = options;
  }

  get idleThreads(): number {
    return this.#idle.size;
  }

  /** Returns a thread for the request. Rejects with {@link EngineError}, for example `engine_busy` or `aborted`. */
  async acquire(request: ThreadRequest, signal: AbortSignal): Promise<ThreadLease> {
    const held = this.#match(request);
    if (held !== null) {
      const { idle, own, isSentAgain } = held;
      return own ? this.#lease(idle, isSentAgain) : this.#fork(idle, request, signal, isSentAgain);
    }
    return this.#open(request, signal);
  }

  close(): void {
    this.#closed = true;
    for (const idle of this.#idle) this.#drop(idle);
  }

  /**
   * Removes from the pool the idle thread that has most of the conversation. `own`: it may be used itself, not only
   * forked.
   */
  #match(request: ThreadRequest): { idle: IdleThread; own: boolean; isSentAgain: boolean } | null {
    const { tip, cacheKey } = request;
    if (tip === null) {
      const sentAgain = this.#withSentHistory(request);
      const idle =
        sentAgain ??
        (cacheKey !== null ? this.#latest(request, (it) => it.cacheKey === cacheKey) : null) ??
        this.#oldestUnnamed(request);
      if (idle === null) return null;
      return { idle: this.#take(idle), own: idle.tip === null, isSentAgain: sentAgain !== null };
    }
    const exact = this.#byTip.get(tip);
    if (exact !== undefined && isUsableFor(exact, request)) {
      return { idle: this.#take(exact), own: !request.fork, isSentAgain: false };
    }
    const relative = this.#nearestRelative(tip, request);
    return relative === null ? null : { idle: this.#take(relative), own: false, isSentAgain: false };
  }

  /** Returns the thread that has read most of the history that a new conversation is sent with. */
  #withSentHistory(request: ThreadRequest): IdleThread | null {
    let found: IdleThread | null = null;
    for (const idle of this.#idle) {
      const isLonger = idle.input.length >= (found?.input.length ?? 1);
      if (isLonger && isUsableFor(idle, request) && startsWithItems(request.input, idle.input)) found = idle;
    }
    return found;
  }

  /**
   * Returns the oldest thread that cannot be continued by id or key and has not been continued yet, once such threads
   * are half of the pool. Until then, each waits for its history to be sent again; beyond that, they make room for
   * others.
   */
  #oldestUnnamed(request: ThreadRequest): IdleThread | null {
    const unnamed = [...this.#idle].filter(
      (idle) =>
        isUsableFor(idle, request) &&
        idle.tip === null &&
        idle.cacheKey === null &&
        idle.prospect !== "likely",
    );
    return unnamed.length < this.#options.idle / 2 ? null : first(unnamed);
  }

  /** Returns the thread whose conversation shares the longest prefix with this one. */
  #nearestRelative(tip: PromptLink, request: ThreadRequest): IdleThread | null {
    const distances = new Map<PromptLink, number>();
    for (let link: PromptLink | null = tip; link !== null; link = link.parent)
      distances.set(link, distances.size);
    let nearest: IdleThread | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const idle of this.#idle) {
      if (!isUsableFor(idle, request)) continue;
      for (let link = idle.tip; link !== null; link = link.parent) {
        const distance = distances.get(link);
        if (distance === undefined) continue;
        if (distance < least) {
          least = distance;
          nearest = idle;
        }
        break;
      }
    }
    return nearest;
  }

  async #fork(
    origin: IdleThread,
    request: ThreadRequest,
    signal: AbortSignal,
    isSentAgain: boolean,
  ): Promise<ThreadLease> {
    for (;;) {
      try {
        const fork = { thread: await origin.thread.fork(), owner: origin.owner };
        const lease = this.#lease(fork, isSentAgain);
        this.#park(origin);
        return lease;
      } catch (cause) {
        if (!isBusy(cause)) {
          // The thread was lost with its engine process; the engine itself may have restarted.
          this.#release(origin.thread);
          return this.#open(request, signal);
        }
        const leaving = this.#firstToGo();
        if (leaving === null) return this.#lease(origin, isSentAgain);
        this.#drop(leaving);
      }
    }
  }

  async #open(request: ThreadRequest, signal: AbortSignal): Promise<ThreadLease> {
    const { model, owner, onLoading } = request;
    const options = { model, ...(owner !== null && { user: owner }), ...(onLoading && { onLoading }) };
    const until = performance.now() + this.#options.wait;
    let isWoken = false;
    for (;;) {
      const freed = this.#freed;
      try {
        return this.#lease({ thread: await this.#options.engine.openThread(options), owner });
      } catch (cause) {
        if (!isBusy(cause)) {
          // The free slot that woke this request is still free.
          if (isWoken) this.#wake();
          throw cause;
        }
      }
      const leaving = this.#firstToGo();
      if (leaving !== null && isUsableFor(leaving, request)) return this.#lease(this.#take(leaving));
      if (leaving !== null) this.#drop(leaving);
      // If a thread was freed while the engine was answering, retries without waiting.
      else if (freed === this.#freed) {
        await this.#waitForThread(signal, until);
        isWoken = true;
      }
    }
  }

  /** Resolves when a thread is freed. Rejects at the time `until`, in ms of `performance.now()`. */
  #waitForThread(signal: AbortSignal, until: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = (settle: () => void) => () => {
        clearTimeout(timer);
        this.#waiting.delete(wake);
        signal.removeEventListener("abort", aborted);
        settle();
      };
      const wake = end(resolve);
      const aborted = end(() => reject(new EngineError("aborted", "stopped while waiting for the engine")));
      const timer = setTimeout(
        end(() =>
          reject(
            new EngineError(
              "engine_busy",
              `the engine had no free slot within ${this.#options.wait / 1000} s: try again when other responses have ended`,
            ),
          ),
        ),
        until - performance.now(),
      );
      if (signal.aborted) return aborted();
      signal.addEventListener("abort", aborted);
      this.#waiting.add(wake);
    });
  }

  #firstToGo(): IdleThread | null {
    return firstToGo([...this.#idle], this.#options.idle);
  }

  #lease({ thread, owner }: Pick<IdleThread, "thread" | "owner">, isSentAgain = false): ThreadLease {
    let over = false;
    const end = (act: () => void) => {
      if (over) return;
      over = true;
      act();
    };
    return {
      thread,
      isSentAgain,
      park: (parking) => end(() => this.#park({ ...parking, thread, owner })),
      release: () => end(() => this.#release(thread)),
    };
  }

  #park(idle: IdleThread): void {
    if (this.#closed || idle.connection?.aborted) {
      this.#release(idle.thread);
      return;
    }
    this.#watch(idle.connection);
    this.#idle.add(idle);
    if (idle.tip !== null) this.#byTip.set(idle.tip, idle);
    this.#wake();
    while (this.#idle.size > this.#options.idle) {
      const leaving = this.#firstToGo();
      if (leaving !== null) this.#drop(leaving);
    }
  }

  #watch(connection: AbortSignal | null): void {
    if (connection === null || this.#watched.has(connection)) return;
    this.#watched.add(connection);
    connection.addEventListener("abort", () => {
      for (const idle of this.#idle) if (idle.connection === connection) this.#drop(idle);
    });
  }

  #wake(): void {
    this.#freed++;
    first(this.#waiting)?.();
  }

  #take(idle: IdleThread): IdleThread {
    this.#idle.delete(idle);
    if (idle.tip !== null && this.#byTip.get(idle.tip) === idle) this.#byTip.delete(idle.tip);
    return idle;
  }

  #drop(idle: IdleThread): void {
    this.#release(this.#take(idle).thread);
  }

  #release(thread: Thread): void {
    thread.release();
    this.#wake();
  }

  #latest(request: ThreadRequest, wanted: (idle: IdleThread) => boolean): IdleThread | null {
    let found: IdleThread | null = null;
    for (const idle of this.#idle) if (isUsableFor(idle, request) && wanted(idle)) found = idle;
    return found;
  }
}

function isUsableFor({ thread, owner }: IdleThread, request: ThreadRequest): boolean {
  return owner === request.owner && thread.model.id === request.model;
}

function isBusy(cause: unknown): boolean {
  return cause instanceof EngineError && cause.code === "engine_busy";
}

function first<T>(values: Iterable<T>): T | null {
  for (const value of values) return value;
  return null;
}
