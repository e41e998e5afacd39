import { randomInt } from "node:crypto";
import { EngineError } from "../../contract/index.ts";
import { BatchCosts, CodeSource, Drafts, type DraftTerms, EarlierTextSource } from "../../draft/index.ts";
import type { Binding } from "../binding/index.ts";
import { bytes } from "../fit/index.ts";
import type {
  CountMessage,
  ForkMessage,
  GenerateMessage,
  OpenMessage,
  PrefillMessage,
  ToProcess,
} from "../messages.ts";
import type { RuntimeOptions } from "../options.ts";
import { Answer } from "./answer.ts";
import { toEngineError } from "./fault.ts";
import { Generation, type GenerationEnd } from "./generation.ts";
import type { Job } from "./jobs.ts";
import { Links } from "./links.ts";
import type { LoadedModel } from "./loaded-model.ts";
import { Models } from "./models.ts";
import type { Outbox } from "./outbox.ts";
import { Prefill } from "./prefill.ts";
import { Pulse } from "./pulse.ts";
import { type ModelReference, ThreadState } from "./thread-state.ts";

const MAX_SEED = 2 ** 32 - 1;
/** Most characters of a draft per token of the context. */
const DRAFT_CHARACTERS = 16;

const NOTHING_SAID: GenerationEnd = {
  reason: "aborted",
  error: null,
  outputTokens: 0,
  reasoningTokens: 0,
  confidence: null,
};

interface Call {
  /** Set once the call's model is loaded. */
  job: Job | null;
  /** Ends the call if it is aborted before that. */
  readonly onAbort: () => void;
}

/** The engine's process: its threads and models, and the calls for them. */
export class Runtime {
  readonly #options: RuntimeOptions;
  readonly #outbox: Outbox;
  readonly #models: Models;
  readonly #pulse: Pulse;
  /** Memory of this process in bytes, at its last heartbeat. */
  #memory = 0;
  readonly #links = new Links();
  readonly #threads = new Map<number, ThreadState>();
  /** Pending calls. */
  readonly #calls = new Map<number, Call>();

  constructor(binding: Binding, options: RuntimeOptions, outbox: Outbox) {
    this.#options = options;
    this.#outbox = outbox;
    this.#pulse = new Pulse({
      interval: options.beatInterval,
      busy: () => this.#calls.size > 0,
      models: () => this.#models.counts,
      send: (report) => {
        outbox.post({ type: "beat", report });
        this.#watchMemory(report.memory);
      },
    });
    this.#models = new Models({
      binding,
      options,
      pulse: this.#pulse,
      stepping: (now) => outbox.stepped(now),
      warn: (text) => outbox.post({ type: "warning", text }),
    });
  }

  /** Saves states for the next start. */
  close(): Promise<void> {
    return this.#models.spill();
  }

  /** Loads a model in advance. A failure is reported to the first call that needs it. */
  preload(model: ModelReference): void {
    this.#models.use(model, () => undefined).catch(() => undefined);
  }

  handle(message: Exclude<ToProcess, { type: "close" }>): void {
    switch (message.type) {
      case "open":
        this.#call(message.call, () => this.#open(message));
        break;
      case "fork":
        this.#call(message.call, () => this.#fork(message));
        break;
      case "prefill":
        this.#call(
          message.call,
          () => this.#prefill(message),
          () => this.#fail(message.call, new EngineError("aborted", "the prefill was aborted")),
        );
        break;
      case "count":
        this.#call(message.call, () => this.#count(message));
        break;
      case "generate":
        this.#call(
          message.call,
          () => this.#generate(message),
          () => this.#finish(message.call, NOTHING_SAID),
        );
        break;
      case "abort":
        this.#abort(message.call);
        break;
      case "release":
        this.#release(message.thread);
        break;
      case "forget":
        this.#links.forget(message.links);
        break;
    }
  }

  /** Runs a call until its job takes over, or to its end. */
  #call(call: number, run: () => Promise<void>, aborted: () => void = () => undefined): void {
    this.#calls.set(call, { job: null, onAbort: aborted });
    this.#pulse.start();
    run().catch((cause: unknown) => {
      this.#fail(call, this.#toEngineError(cause));
    });
  }

  #toEngineError(cause: unknown): EngineError {
    return toEngineError(cause, (text) => this.#outbox.post({ type: "warning", text }));
  }

  #fail(call: number, { code, message }: EngineError): void {
    this.#calls.delete(call);
    this.#outbox.post({ type: "failed", call, code, message });
  }

  #done(call: number): void {
    this.#calls.delete(call);
    this.#outbox.post({ type: "done", call, result: null });
  }

  async #open({ call, thread, model: reference, user }: OpenMessage): Promise<void> {
    this.#throwIfOverMemory();
    await this.#use(call, reference, async (model) => {
      await model.stopCalibration();
      if (!model.sequences.available) {
        throw new EngineError(
          "engine_busy",
          "every sequence of the model is in use: try again when one has ended",
        );
      }
      this.#add(new ThreadState(thread, reference, user));
    });
    this.#done(call);
  }

  #watchMemory(memory: number): void {
    this.#memory = memory;
    if (memory > this.#options.processMemory) void this.#models.unloadIdle();
  }

  #throwIfOverMemory(): void {
    const { processMemory } = this.#options;
    if (this.#memory <= processMemory) return;
    throw new EngineError(
      "engine_busy",
      `the engine's process uses ${bytes(this.#memory)} of memory and may use ${bytes(processMemory)}: ` +
        "wait until other answers have ended, or raise memoryLimit",
    );
  }

  /** Runs a task with a model, and reports the progress of a load to the call. */
  #use<T>(call: number, reference: ModelReference, task: (model: LoadedModel) => T | Promise<T>): Promise<T> {
    return this.#models.use(reference, task, (part) => this.#outbox.post({ type: "loading", call, part }));
  }

  async #fork({ call, thread, from }: ForkMessage): Promise<void> {
    const source = this.#thread(from);
    const copy = new ThreadState(thread, source.model, source.user);
    // Check first: a rejected fork must not take another thread's sequence.
    this.#add(copy);
    try {
      await this.#use(call, source.model, (model) => model.fork(source, copy));
    } catch (cause) {
      this.#release(thread);
      throw cause;
    }
    this.#done(call);
  }

  #add(thread: ThreadState): void {
    // A thread is opened twice if the first attempt was aborted.
    if (this.#threads.has(thread.id)) return;
    if (this.#threads.size >= this.#options.maxThreads) {
      throw new EngineError(
        "engine_busy",
        `${this.#options.maxThreads} threads are open: release one, or raise maxThreads`,
      );
    }
    this.#threads.set(thread.id, thread);
  }

  async #prefill(message: PrefillMessage): Promise<void> {
    const { call } = message;
    // The engine will not send these links again, whatever happens to the call.
    this.#links.add(message.links);
    const thread = this.#thread(message.thread);
    thread.prospect = message.prospect;
    const prompt = { ...message.prompt, tip: this.#links.get(message.tip) };
    const prefill = new Prefill(thread, {
      progress: (done, total) => this.#outbox.post({ type: "progress", call, done, total }),
      done: (result) => {
        this.#calls.delete(call);
        this.#outbox.post({ type: "done", call, result });
      },
      failed: (error) => this.#fail(call, error),
    });
    await this.#begin(call, thread.model, (model) => {
      model.setPrompt(thread, prompt);
      return prefill;
    });
  }

  async #count(message: CountMessage): Promise<void> {
    const { call } = message;
    this.#links.add(message.links);
    const prompt = { ...message.prompt, tip: this.#links.get(message.tip) };
    const promptTokens = await this.#use(call, message.model, (model) => model.count(prompt));
    this.#calls.delete(call);
    this.#outbox.post({ type: "done", call, result: { promptTokens, reusedTokens: 0 } });
  }

  async #generate(message: GenerateMessage): Promise<void> {
    const { call } = message;
    const thread = this.#thread(message.thread);
    if (!thread.latestPrompt) {
      throw new EngineError("prompt_unsupported", "the thread has no prompt: prefill it before generating");
    }
    const { reading } = thread.latestPrompt.rendered;
    const { temperature = 0, topP = 1, seed = randomInt(MAX_SEED) } = message.sampling;
    const held = await reading.held(message.format, thread.user);
    // An empty draft disables drafting, regardless of the prompt's own draft.
    const draft = message.draft && (reading.draft ?? message.draft);
    const generationOf = (model: LoadedModel) =>
      new Generation({
        thread,
        sampler: model.sampler(
          { temperature, topP, seed, weighed: reading.isDetermined === true },
          held?.grammar ?? null,
        ),
        answer: new Answer({
          ends: model.format.stop,
          stop: message.stop,
          parser: held?.parser ?? reading.parser(),
          maxCalls: reading.maxCalls,
        }),
        drafts: this.#drafts(model, thread, { ...message, draft }),
        contextLength: model.contextLength,
        maxTokens: message.maxTokens ?? this.#options.maxOutputTokens ?? Number.POSITIVE_INFINITY,
        isEnd: (token) => model.boundModel.isEnd(token),
        bytesOf: (token) => model.bytesOf(token),
        fault: (cause) => this.#toEngineError(cause),
        bursts: (bursts) => this.#outbox.bursts(call, bursts),
        ended: (end) => this.#finish(call, end),
      });
    await this.#begin(call, thread.model, generationOf);
  }

  /** Returns the answer's draft sources; null for no drafts. */
  #drafts(model: LoadedModel, thread: ThreadState, { draft, sampling }: GenerateMessage): Drafts | null {
    const { speculation, maxDraft } = this.#options;
    if (!model.boundModel.cuttable || speculation === "never" || draft === "") return null;
    const { costs, loop } = model;
    // Reproducible sampling must not depend on the batch size.
    const exact = Boolean(sampling.temperature) && sampling.seed !== undefined;
    const guessed = speculation === "always" ? BatchCosts.guessed() : null;
    const terms: DraftTerms = {
      get known() {
        return guessed !== null || costs.known;
      },
      get beside() {
        return Math.max(0, loop.answering - 1);
      },
      cost: (drafted) => (guessed ? guessed.of(drafted) : costs.of(terms.beside + drafted)),
      doubtful: (drafted) => costs.noise.margin(drafted) > 0,
      max: maxDraft,
      exact,
    };
    const said = new EarlierTextSource([...thread.answers, thread.tokens]);
    // Do not tokenize more than the longest answer.
    const code = draft?.slice(0, DRAFT_CHARACTERS * model.contextLength);
    const sources = code ? [new CodeSource(model.boundModel.tokenize(code, false, true)), said] : [said];
    return new Drafts(sources, terms);
  }

  /** Adds a job to a model's loop once the model is loaded. The call may have been aborted by then. */
  #begin(call: number, reference: ModelReference, jobFor: (model: LoadedModel) => Job): Promise<void> {
    return this.#use(call, reference, (model) => {
      const state = this.#calls.get(call);
      if (!state) return;
      state.job = jobFor(model);
      model.loop.add(state.job);
    });
  }

  #finish(call: number, { error, ...end }: GenerationEnd): void {
    this.#calls.delete(call);
    const plainError = error && { code: error.code, message: error.message };
    this.#outbox.post({ type: "finish", call, ...end, error: plainError });
  }

  #abort(call: number): void {
    const state = this.#calls.get(call);
    if (state?.job) state.job.cancelled = true;
    else state?.onAbort();
  }

  #release(id: number): void {
    const thread = this.#threads.get(id);
    if (!thread) return;
    this.#threads.delete(id);
    thread.released = true;
    // A busy thread releases its sequence when its job ends.
    if (!thread.busy && thread.sequence) {
      thread.sequence.owner = null;
      thread.sequence = null;
    }
  }

  #thread(id: number): ThreadState {
    const thread = this.#threads.get(id);
    if (!thread) throw new RangeError(`the engine's process was never told of thread ${id}`);
    return thread;
  }
}
