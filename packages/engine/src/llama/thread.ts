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
import { EventQueue } from "./event-queue.ts";
import type { CallResult } from "./messages.ts";
import type { Supervisor } from "./supervisor.ts";

export interface ThreadParts {
  readonly id: number;
  readonly model: ModelInfo;
  readonly path: string;
  readonly user: string | null;
  readonly supervisor: Supervisor;
  readonly nextId: () => number;
  /** Told of every load of the model, whoever waits for it. */
  readonly onLoading: (progress: LoadProgress) => void;
}

/** As of a prefill; a value that is undefined is as one that is not there. */
type AskOptions = { readonly [Option in keyof PrefillOptions]: PrefillOptions[Option] | undefined };

type Message = Parameters<EngineProcess["call"]>[0];

/** A thread as its owner has it. The engine's process has the other half, and takes it along when it dies. */
export class LlamaThread implements Thread {
  readonly #parts: ThreadParts;
  /** The process that knows this thread. */
  #process: EngineProcess | null = null;
  #call: number | null = null;
  /** What the thread has read and not answered yet: it is read again where its process makes way before the answer. */
  #unanswered: Prompt | null = null;
  #released = false;
  /** Settles when what was asked of this thread before has ended. */
  #quiet: Promise<void> = Promise.resolve();

  constructor(parts: ThreadParts) {
    this.#parts = parts;
  }

  get model(): ModelInfo {
    return this.#parts.model;
  }

  /** Makes the thread known to the engine's process, which loads the model where it has to. */
  async open(onLoading?: ThreadOptions["onLoading"]): Promise<EngineProcess> {
    const { id, model, path, user, supervisor } = this.#parts;
    const { process } = await supervisor.running();
    if (this.#process !== process) {
      const message = { type: "open", thread: id, model: { id: model.id, path }, user } as const;
      await this.#ask(process, message, { onLoading });
      this.#process = process;
      // A release that came meanwhile was not for this process.
      if (this.#released) process.release(id);
    }
    return process;
  }

  async prefill(prompt: Prompt, options: PrefillOptions = {}): Promise<PrefillResult> {
    const start = performance.now();
    const finished = await this.#turn();
    try {
      return { ...(await this.#read(prompt, options)), elapsed: performance.now() - start };
    } finally {
      finished();
    }
  }

  async #read(prompt: Prompt, options: PrefillOptions): Promise<CallResult> {
    this.#unanswered = null;
    this.#refuseReleased();
    // What is being loaded is there for the next prompt: an abort waits for none of it.
    const process = await unlessAborted(options.signal, () => this.open(options.onLoading));
    this.#refuseReleased();
    const { tip, ...question } = prompt;
    const { prospect = "open" } = options;
    const message = { type: "prefill", thread: this.#parts.id, prompt: question, prospect } as const;
    const result = await this.#ask(process, { ...message, ...process.links.tell(tip) }, options);
    if (!result) throw new TypeError("the engine's process gave a prefill no result");
    // The word of an abort may have come too late for the process.
    this.#refuseReleased();
    if (options.signal?.aborted) throw abortedError();
    this.#unanswered = prompt;
    return result;
  }

  /** Has the prompt read by a new process where the one that had read it has made way. What failed, if that did. */
  async #readAgain(signal: AbortSignal | undefined): Promise<EngineError | null> {
    const prompt = this.#unanswered;
    this.#unanswered = null;
    if (prompt === null || this.#released || this.#process?.hasMadeWay !== true) return null;
    try {
      // Nothing of the answer has been sent.
      await this.#read(prompt, signal === undefined ? {} : { signal });
      this.#unanswered = null;
      return null;
    } catch (cause) {
      if (cause instanceof EngineError) return cause;
      throw cause;
    }
  }

  async *generate(request: GenerateRequest): AsyncGenerator<GenerateEvent, void> {
    const finished = await this.#turn();
    const queue = new EventQueue();
    let outputTokens = 0;
    let ended = false;
    const end = (event: GenerateEvent) => {
      ended = true;
      this.#call = null;
      finished();
      queue.push(event);
    };
    const fail = (error: EngineError) =>
      end({ type: "finish", reason: "error", error, outputTokens, reasoningTokens: 0 });
    // Who reads slowly may abort when another answer is under way.
    const abort = () => {
      if (!ended) this.#abort();
    };

    const failure = await this.#readAgain(request.signal).catch((cause: unknown) => {
      finished();
      throw cause;
    });
    if (failure?.code === "aborted") {
      end({ type: "finish", reason: "aborted", outputTokens: 0, reasoningTokens: 0 });
    } else if (failure !== null) fail(failure);
    else if (this.#released) fail(releasedError());
    else if (!this.#process)
      fail(new EngineError("prompt_unsupported", "prefill the thread before generating"));
    else {
      this.#call = this.#process.call(this.#generateMessage(request), {
        bursts: (bursts) => {
          for (const burst of bursts) {
            outputTokens += burst.tokens;
            queue.push(burst);
          }
        },
        finished: ({ reason, error, outputTokens, reasoningTokens, confidence }) => {
          if (reason !== "error") this.#parts.supervisor.succeeded();
          const told = error && { error: new EngineError(error.code, error.message) };
          const sure = confidence !== null && { confidence };
          end({ type: "finish", reason, ...told, outputTokens, reasoningTokens, ...sure });
        },
        failed: fail,
      });
    }
    try {
      request.signal?.addEventListener("abort", abort);
      if (request.signal?.aborted) abort();
      yield* queue.events();
    } finally {
      request.signal?.removeEventListener("abort", abort);
      // A reader that leaves early wants no more.
      abort();
    }
  }

  async fork(): Promise<LlamaThread> {
    const finished = await this.#turn();
    try {
      this.#refuseReleased();
      const process = await this.open();
      this.#refuseReleased();
      const copy = new LlamaThread({ ...this.#parts, id: this.#parts.nextId() });
      await this.#ask(process, { type: "fork", thread: copy.#parts.id, from: this.#parts.id });
      copy.#process = process;
      return copy;
    } finally {
      finished();
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

  #refuseReleased(): void {
    if (this.#released) throw releasedError();
  }

  /** Waits until the thread is free, and holds it until the function that this gives is called. */
  async #turn(): Promise<() => void> {
    const before = this.#quiet;
    let finished: () => void = () => undefined;
    this.#quiet = new Promise((resolve) => {
      finished = resolve;
    });
    await before;
    return finished;
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
      // What a release ends.
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
