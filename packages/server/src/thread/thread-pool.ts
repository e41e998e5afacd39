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
import { beginsWith } from "./same-items.ts";

export interface ThreadPoolOptions {
  readonly engine: Engine;
  /** Threads kept idle; past that, those whose conversation is the least likely to go on are released first. */
  readonly idle: number;
  /** Milliseconds to wait for a thread when the engine has none free. */
  readonly wait: number;
}

export interface ThreadRequest {
  readonly model: string;
  /** Whose conversation it is: only threads that have read nothing of anybody else's are given. */
  readonly owner: Owner;
  /** Where the conversation stands that is to be continued; null for a new one. */
  readonly tip: PromptLink | null;
  /** What it is asked. */
  readonly input: readonly PromptItem[];
  /** Leave the thread that stands there to others, and fork it. */
  readonly fork: boolean;
  /** For a new conversation: continue the thread that was parked last under this key. */
  readonly cacheKey: string | null;
  /** Told of a load of the model that the request waits for. */
  readonly onLoading?: ThreadOptions["onLoading"];
}

export interface Parking {
  /** Where the thread's conversation stands; null if nobody can continue it. */
  readonly tip: PromptLink | null;
  /** What a new conversation was asked, as it may be sent again with what followed; empty for any other. */
  readonly input: readonly PromptItem[];
  readonly cacheKey: string | null;
  /** How likely its conversation is to continue. */
  readonly prospect: Prospect;
  /** The thread is released when this fires; null for conversations that outlive their connection. */
  readonly connection: AbortSignal | null;
}

/** The right to use a thread, until it is parked or released. */
export interface ThreadLease {
  readonly thread: Thread;
  /** The request sends again what the thread has read: its conversation goes on, though nobody has named it. */
  readonly isSentAgain: boolean;
  /** Keeps the thread for whoever continues its conversation. */
  park(parking: Parking): void;
  /** Gives the thread back to the engine. */
  release(): void;
}

interface IdleThread extends Parking {
  readonly thread: Thread;
  readonly owner: Owner;
}

/**
 * The engine's threads, by the conversation that each holds. The tip of a chain owns a thread as long as there is
 * room: continuing the tip takes that thread, forking it forks the thread, and a chain without one is prefilled
 * from its text. A client that sends its whole history instead goes on from the thread that has read it: on the thread
 * itself where nobody can continue that, else on a fork. A thread stays with the user that it was opened for, since
 * what it has read shows in how many tokens a prompt reuses.
 */
export class ThreadPool {
  readonly #options: ThreadPoolOptions;
  /** Least recently used first. */
  readonly #idle = new Set<IdleThread>();
  readonly #byTip = new Map<PromptLink, IdleThread>();
  readonly #watched = new WeakSet<AbortSignal>();
  /** Wakes, in order, those who wait for a thread. */
  readonly #waiting = new Set<() => void>();
  /** Threads that have come free so far. */
  #freed = 0;
  #closed = false;

  constructor(options: ThreadPoolOptions) {
    this.#options = options;
  }

  get idleThreads(): number {
    return this.#idle.size;
  }

  /** Rejects with {@link EngineError}, among others `engine_busy` and `aborted`. */
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

  /** The idle thread that has most of the conversation, taken out of the pool, and whether it may be moved on. */
  #match(request: ThreadRequest): { idle: IdleThread; own: boolean; isSentAgain: boolean } | null {
    const { tip, cacheKey } = request;
    if (tip === null) {
      const sentAgain = this.#sentAgain(request);
      const idle =
        sentAgain ??
        (cacheKey !== null ? this.#latest(request, (it) => it.cacheKey === cacheKey) : null) ??
        this.#spare(request);
      if (idle === null) return null;
      return { idle: this.#take(idle), own: idle.tip === null, isSentAgain: sentAgain !== null };
    }
    const exact = this.#byTip.get(tip);
    if (exact !== undefined && isFor(exact, request)) {
      return { idle: this.#take(exact), own: !request.fork, isSentAgain: false };
    }
    const relative = this.#relative(tip, request);
    return relative === null ? null : { idle: this.#take(relative), own: false, isSentAgain: false };
  }

  /** The thread that has read most of the history that a new conversation is sent with. */
  #sentAgain(request: ThreadRequest): IdleThread | null {
    let found: IdleThread | null = null;
    for (const idle of this.#idle) {
      const isLonger = idle.input.length >= (found?.input.length ?? 1);
      if (isLonger && isFor(idle, request) && beginsWith(request.input, idle.input)) found = idle;
    }
    return found;
  }

  /**
   * The oldest thread that nobody can continue by name, nor has yet, once such ones are half of those kept: till then each
   * waits for its history to be sent again, and past it they leave the room to the others.
   */
  #spare(request: ThreadRequest): IdleThread | null {
    const unnamed = [...this.#idle].filter(
      (idle) =>
        isFor(idle, request) && idle.tip === null && idle.cacheKey === null && idle.prospect !== "likely",
    );
    return unnamed.length < this.#options.idle / 2 ? null : first(unnamed);
  }

  /** The thread whose conversation parts from this one latest. */
  #relative(tip: PromptLink, request: ThreadRequest): IdleThread | null {
    const distances = new Map<PromptLink, number>();
    for (let link: PromptLink | null = tip; link !== null; link = link.parent)
      distances.set(link, distances.size);
    let nearest: IdleThread | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const idle of this.#idle) {
      if (!isFor(idle, request)) continue;
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
          // A thread that has died with its engine; the engine itself may be up again.
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
          // What it was woken for is there still.
          if (isWoken) this.#wake();
          throw cause;
        }
      }
      const leaving = this.#firstToGo();
      if (leaving !== null && isFor(leaving, request)) return this.#lease(this.#take(leaving));
      if (leaving !== null) this.#drop(leaving);
      // One that came free while the engine was still answering wakes nobody.
      else if (freed === this.#freed) {
        await this.#vacancy(signal, until);
        isWoken = true;
      }
    }
  }

  /** Resolves when a thread has come free; `until`: of `performance.now()`, when it is waited for no more. */
  #vacancy(signal: AbortSignal, until: number): Promise<void> {
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
    for (const idle of this.#idle) if (isFor(idle, request) && wanted(idle)) found = idle;
    return found;
  }
}

function isFor({ thread, owner }: IdleThread, request: ThreadRequest): boolean {
  return owner === request.owner && thread.model.id === request.model;
}

function isBusy(cause: unknown): boolean {
  return cause instanceof EngineError && cause.code === "engine_busy";
}

function first<T>(values: Iterable<T>): T | null {
  for (const value of values) return value;
  return null;
}
