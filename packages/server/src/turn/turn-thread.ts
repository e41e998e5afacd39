import { EngineError, type PromptLink, type Prospect, type Thread, type ThreadOptions } from "@flint/engine";
import type { ResponseObject } from "@flint/protocol";
import type { ThreadLease } from "../thread/index.ts";
import { type TurnContext, type TurnOrder, threadRequestOf } from "./order.ts";

/** The engine thread that a turn runs on: where it comes from, and where it is left. */
export class TurnThread {
  readonly #context: TurnContext;
  readonly #order: TurnOrder;
  #lease: ThreadLease | null;

  constructor(context: TurnContext, order: TurnOrder) {
    this.#context = context;
    this.#order = order;
    this.#lease = order.thread;
  }

  /** How likely the conversation is to go on from here. To be asked once there is a thread. */
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
    // A warm-up that is being prefilled leaves its thread to this turn.
    if (this.#order.parent?.warm) await settledOrAborted(this.#order.parent.warm, signal);
    signal.throwIfAborted();
    if (this.#lease !== null) return this.#lease.thread;
    const { threads, owner } = this.#context;
    const request = { ...threadRequestOf(this.#order, owner), ...(onLoading && { onLoading }) };
    const lease = await this.#inTime(threads.acquire(request, signal), signal);
    this.#lease = lease;
    return lease.thread;
  }

  /** A model that is loaded is not waited for by who was stopped: the thread that comes of it is left to others. */
  #inTime(acquired: Promise<ThreadLease>, signal: AbortSignal): Promise<ThreadLease> {
    return new Promise((resolve, reject) => {
      const stopped = () => {
        reject(signal.reason);
        acquired.then(
          (lease) => {
            this.#lease = lease;
            this.park(null);
          },
          () => {
            // It did not come: nothing is to be left.
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

  /** Parks the thread where the chain goes on from: at `tip`, or where the turn found it. */
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

  /** Leaves the thread after a failure, which it may not have survived. */
  leave(failure: unknown): void {
    const isSound =
      failure instanceof EngineError &&
      ["context_length_exceeded", "prompt_unsupported", "aborted"].includes(failure.code);
    if (isSound) this.park(null);
    else this.handOver()?.release();
  }

  /** The thread, for somebody else; null if there is none. */
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

/** Whether it only had its input read. What goes on from it, as each edit of a session does, is a beginning. */
function isWarmUp({ status, usage }: ResponseObject): boolean {
  return status === "completed" && usage === null;
}
