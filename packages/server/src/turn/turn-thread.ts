import { EngineError, type PromptLink, type Prospect, type Thread, type ThreadOptions } from "@flint/engine";
import type { ResponseObject } from "@flint/protocol";
import type { ThreadLease } from "../thread/index.ts";
import { type TurnContext, type TurnOrder, threadRequestOf } from "./order.ts";

/** The engine thread that a turn runs on: acquires it, and parks or releases it afterwards. */
export class TurnThread {
  readonly #context: TurnContext;
  readonly #order: TurnOrder;
  #lease: ThreadLease | null;

  constructor(context: TurnContext, order: TurnOrder) {
    this.#context = context;
    this.#order = order;
    this.#lease = order.thread;
  }

  /** How likely the conversation is to continue from here. Read it after {@link acquire}. */
  get prospect(): Prospect {
    const { request, parent, warmUp } = this.#order;
    const goesOn = parent !== null && !isWarmUp(parent.response);
    if (goesOn || warmUp || this.#lease?.isSentAgain) return "likely";
    return this.#isKept || request.prompt_cache_key != null ? "open" : "unlikely";
  }

  get #isKept(): boolean {
    return (this.#order.request.store ?? true) || this.#context.connection !== null;
  }

  async acquire(signal: AbortSignal, onLoading?: ThreadOptions["onLoading"]): Promise<Thread> {
    // A warm-up that is being prefilled will leave its thread to this turn.
    if (this.#order.parent?.warm) await settledOrAborted(this.#order.parent.warm, signal);
    signal.throwIfAborted();
    if (this.#lease !== null) return this.#lease.thread;
    const { threads, owner } = this.#context;
    const request = { ...threadRequestOf(this.#order, owner), ...(onLoading && { onLoading }) };
    const lease = await this.#untilStopped(threads.acquire(request, signal), signal);
    this.#lease = lease;
    return lease.thread;
  }

  /** Rejects when the turn is stopped, without waiting for the model to load. A thread that arrives later is parked. */
  #untilStopped(acquired: Promise<ThreadLease>, signal: AbortSignal): Promise<ThreadLease> {
    return new Promise((resolve, reject) => {
      const stopped = () => {
        reject(signal.reason);
        acquired.then(
          (lease) => {
            this.#lease = lease;
            this.park(null);
          },
          () => {
            // The thread was not acquired: there is nothing to park.
          },
        );
      };
      signal.addEventListener("abort", stopped, { once: true });
      acquired.then(
        (lease) => {
          signal.removeEventListener("abort", stopped);
          resolve(lease);
        },
        (cause) => {
          signal.removeEventListener("abort", stopped);
          reject(cause);
        },
      );
    });
  }

  /** Parks the thread for the chain's next response: at `tip`, or at the turn's parent. */
  park(tip: PromptLink | null): void {
    const { request, parent } = this.#order;
    const { connection } = this.#context;
    const isStored = request.store ?? true;
    const { prospect } = this;
    this.handOver()?.park({
      prospect,
      tip: this.#isKept ? (tip ?? parent?.tip ?? null) : null,
      input: parent === null ? request.input : [],
      cacheKey: request.prompt_cache_key ?? null,
      connection: isStored ? null : connection,
    });
  }

  /** Parks or releases the thread after a failure, depending on whether it is still usable. */
  parkOrRelease(failure: unknown): void {
    const isSound =
      failure instanceof EngineError &&
      ["context_length_exceeded", "prompt_unsupported", "aborted"].includes(failure.code);
    if (isSound) this.park(null);
    else this.handOver()?.release();
  }

  /** Returns the thread, whose new owner is the caller; null if there is none. */
  handOver(): ThreadLease | null {
    const lease = this.#lease;
    this.#lease = null;
    return lease;
  }
}

function settledOrAborted(promise: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const settle = () => {
      signal.removeEventListener("abort", settle);
      resolve();
    };
    signal.addEventListener("abort", settle);
    if (signal.aborted) settle();
    promise.then(settle);
  });
}

/**
 * Whether the response only prefilled its input. A conversation that continues it, as each edit of a session does, is
 * new.
 */
function isWarmUp({ status, usage }: ResponseObject): boolean {
  return status === "completed" && usage === null;
}
