import { performance } from "node:perf_hooks";
import {
  EngineError,
  type GenerateEvent,
  type GenerateRequest,
  type LoadProgress,
  type ModelInfo,
  type PrefillOptions,
  type PrefillResult,
  type Prompt,
  type Thread,
  type ThreadOptions,
} from "../contract/index.ts";
import type { EngineProcess } from "./engine-process.ts";
import type { CallResult } from "./messages.ts";
import { RunningAnswer } from "./running-answer.ts";
import type { Supervisor } from "./supervisor.ts";

export interface ThreadParts {
  readonly id: number;
  readonly model: ModelInfo;
  readonly path: string;
  readonly user: string | null;
  readonly supervisor: Supervisor;
  readonly nextId: () => number;
  /** Called with the progress of every load of the model. */
  readonly onLoading: (progress: LoadProgress) => void;
}

/** Options of a prefill, which may be undefined. */
type AskOptions = { readonly [Option in keyof PrefillOptions]: PrefillOptions[Option] | undefined };

type Message = Parameters<EngineProcess["call"]>[0];

/** The owner's side of a thread. The other side is in the engine's process, and is lost if that crashes. */
export class LlamaThread implements Thread {
  readonly #parts: ThreadParts;
  /** The process that has this thread. */
  #process: EngineProcess | null = null;
  #call: number | null = null;
  /** The prompt prefilled but not answered yet, which is prefilled again if the process is replaced before the answer. */
  #unanswered: Prompt | null = null;
  #released = false;
  /** Settles when the thread's previous work has ended. */
  #unlocked: Promise<void> = Promise.resolve();

  constructor(parts: ThreadParts) {
    this.#parts = parts;
  }

  get model(): ModelInfo {
    return this.#parts.model;
  }

  /** Opens the thread in the engine's process, which loads the model if necessary. */
  async open(onLoading?: ThreadOptions["onLoading"]): Promise<EngineProcess> {
    const { id, model, path, user, supervisor } = this.#parts;
    const { process } = await supervisor.running();
    if (this.#process !== process) {
      const message = { type: "open", thread: id, model: { id: model.id, path }, user } as const;
      await this.#ask(process, message, { onLoading });
      this.#process = process;
      // The thread was released while opening, which this process has not heard of.
      if (this.#released) process.release(id);
    }
    return process;
  }

  async prefill(prompt: Prompt, options: PrefillOptions = {}): Promise<PrefillResult> {
    const start = performance.now();
    const unlock = await this.#lock();
    try {
      return { ...(await this.#prefill(prompt, options)), elapsed: performance.now() - start };
    } finally {
      unlock();
    }
  }

  async #prefill(prompt: Prompt, options: PrefillOptions): Promise<CallResult> {
    this.#unanswered = null;
    this.#throwIfReleased();
    // An abort does not wait for a load, which continues for the next prompt.
    const process = await unlessAborted(options.signal, () => this.open(options.onLoading));
    this.#throwIfReleased();
    const { tip, ...question } = prompt;
    const { prospect = "open" } = options;
    const message = { type: "prefill", thread: this.#parts.id, prompt: question, prospect } as const;
    const result = await this.#ask(process, { ...message, ...process.links.linksToSend(tip) }, options);
    if (!result) throw new TypeError("the engine's process gave a prefill no result");
    // The abort may have reached the process too late.
    this.#throwIfReleased();
    if (options.signal?.aborted) throw abortedError();
    this.#unanswered = prompt;
    return result;
  }

  /** Prefills the prompt again if its process was replaced. Resolves to the error if that fails, or null. */
  async #prefillAgain(signal: AbortSignal | undefined): Promise<EngineError | null> {
    const prompt = this.#unanswered;
    this.#unanswered = null;
    if (prompt === null || this.#released || this.#process?.wasReplaced !== true) return null;
    try {
      // Safe to repeat: nothing of the answer has been sent.
      await this.#prefill(prompt, signal === undefined ? {} : { signal });
      this.#unanswered = null;
      return null;
    } catch (cause) {
      if (cause instanceof EngineError) return cause;
      throw cause;
    }
  }

  async *generate(request: GenerateRequest): AsyncGenerator<GenerateEvent, void> {
    const unlock = await this.#lock();
    const answer = new RunningAnswer(() => {
      this.#call = null;
      unlock();
    });
    // A slow reader may abort when another answer is already running.
    const abort = () => {
      if (!answer.isOver) this.#abort();
    };
    const failure = await this.#prefillAgain(request.signal).catch((cause: unknown) => {
      unlock();
      throw cause;
    });
    const process = failure ?? this.#processToAnswer();
    if (!(process instanceof EngineError)) this.#start(answer, request, process);
    else if (process.code === "aborted") answer.abort();
    else answer.fail(process);
    try {
      request.signal?.addEventListener("abort", abort);
      if (request.signal?.aborted) abort();
      yield* answer.events();
    } finally {
      request.signal?.removeEventListener("abort", abort);
      // The reader stopped early.
      abort();
    }
  }

  /** Returns the process that has prefilled the prompt, or the error if there is none. */
  #processToAnswer(): EngineProcess | EngineError {
    if (this.#released) return releasedError();
    return this.#process ?? new EngineError("prompt_unsupported", "prefill the thread before generating");
  }

  #start(answer: RunningAnswer, request: GenerateRequest, process: EngineProcess): void {
    this.#call = process.call(this.#generateMessage(request), {
      bursts: (bursts) => answer.add(bursts),
      finished: (finish) => {
        if (finish.reason !== "error") this.#parts.supervisor.recordSuccess();
        answer.finish(finish);
      },
      failed: (error) => answer.fail(error),
    });
  }

  async fork(): Promise<LlamaThread> {
    const unlock = await this.#lock();
    try {
      this.#throwIfReleased();
      const process = await this.open();
      this.#throwIfReleased();
      const copy = new LlamaThread({ ...this.#parts, id: this.#parts.nextId() });
      await this.#ask(process, { type: "fork", thread: copy.#parts.id, from: this.#parts.id });
      copy.#process = process;
      return copy;
    } finally {
      unlock();
    }
  }

  release(): void {
    if (this.#released) return;
    this.#released = true;
    this.#unanswered = null;
    this.#abort();
    this.#process?.release(this.#parts.id);
  }

  #abort(): void {
    if (this.#call !== null) this.#process?.abort(this.#call);
  }

  #throwIfReleased(): void {
    if (this.#released) throw releasedError();
  }

  /** Waits until the thread is free, and reserves it until the returned function is called. */
  async #lock(): Promise<() => void> {
    const before = this.#unlocked;
    let unlock: () => void = () => undefined;
    this.#unlocked = new Promise((resolve) => {
      unlock = resolve;
    });
    await before;
    return unlock;
  }

  #ask(process: EngineProcess, message: Message, options: AskOptions = {}): Promise<CallResult | null> {
    const { signal, onProgress, onLoading } = options;
    const model = this.#parts.model.id;
    return new Promise<CallResult | null>((resolve, reject) => {
      const abort = () => process.abort(call);
      const settle = () => {
        signal?.removeEventListener("abort", abort);
        if (this.#call === call) this.#call = null;
      };
      const call = process.call(message, {
        loading: (part) => {
          onLoading?.({ model, part });
          this.#parts.onLoading({ model, part });
        },
        progress: (done, total) => onProgress?.({ done, total }),
        done: (result) => {
          settle();
          resolve(result);
        },
        failed: (error) => {
          settle();
          reject(error);
        },
      });
      // The call that a release ends.
      if (message.type === "prefill") this.#call = call;
      signal?.addEventListener("abort", abort);
      if (signal?.aborted) abort();
    });
  }

  #generateMessage({ sampling, maxTokens, stop, draft, format }: GenerateRequest): Message {
    return {
      type: "generate",
      thread: this.#parts.id,
      sampling: sampling ?? {},
      maxTokens: maxTokens ?? null,
      stop: stop ?? [],
      draft: draft ?? null,
      format: format ?? null,
    };
  }
}

async function unlessAborted<T>(signal: AbortSignal | undefined, task: () => Promise<T>): Promise<T> {
  if (!signal) return task();
  const aborted = abortedError();
  let abort: () => void = () => undefined;
  const untilAborted = new Promise<never>((_, reject) => {
    abort = () => reject(aborted);
  });
  signal.addEventListener("abort", abort);
  try {
    if (signal.aborted) throw aborted;
    return await Promise.race([task(), untilAborted]);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}

function abortedError(): EngineError {
  return new EngineError("aborted", "the prefill was aborted");
}

function releasedError(): EngineError {
  return new EngineError("engine_closed", "the thread was released: open a new one");
}
