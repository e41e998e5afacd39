import { performance } from "node:perf_hooks";
import { EngineError, type Prompt } from "../../contract/index.ts";
import { DRAFT_SIZES } from "../../draft/index.ts";
import { formatFor, type PromptFormat, type RenderedPrompt } from "../../prompt/index.ts";
import {
  type Binding,
  type BindingInfo,
  type BoundContext,
  type BoundModel,
  type Sampler,
  type SamplingConfig,
  type Token,
  TooLittleMemory,
} from "../binding/index.ts";
import { bytes, type Machine, type Plan, suggestModel } from "../fit/index.ts";
import { type GgufHeader, unreadable } from "../gguf.ts";
import { type KvSpill, openSpill } from "../kv-spill/index.ts";
import { decodeThreadsOf, type RuntimeOptions } from "../options.ts";
import { brokenPrefix } from "./broken-prefix.ts";
import { calibrate } from "./calibration.ts";
import { countTokens } from "./count-tokens.ts";
import { faultOf } from "./fault.ts";
import { FreeCores } from "./free-cores.ts";
import { MeasurementsFile } from "./measurements-file.ts";
import { Sequences } from "./sequences.ts";
import { StepCosts } from "./step-costs.ts";
import { StepLoop } from "./step-loop.ts";
import { StepTiming } from "./step-timing.ts";
import { tagBytes } from "./tag-bytes.ts";
import { type ModelReference, ThreadState } from "./thread-state.ts";
import { type Continuation, TooManyTokens, type Transcript } from "./transcript.ts";

const ANSWER_ROOM = 1;

/** Milliseconds without a step after which a model counts as idle. */
const IDLE = 200;

interface Threads {
  readonly decode: number;
  readonly batch: number;
}

export interface ModelLoad {
  readonly binding: Binding;
  readonly reference: ModelReference;
  readonly header: GgufHeader;
  readonly plan: Plan;
  readonly options: RuntimeOptions;
  /** Called while a step runs, and with the milliseconds that it took once it has. */
  readonly stepping: (now: number) => void;
  readonly stepped: (milliseconds: number) => void;
  /** Told the part that is loaded, from 0 to 1. */
  readonly onProgress: (part: number) => void;
  /** Told what people should know of and fails no call. */
  readonly warn: (text: string) => void;
}

/** The system gave less than was free. */
function outOfMemory({ id }: ModelReference, plan: Plan, cause: Error): EngineError {
  return new EngineError(
    "out_of_memory",
    `the system has no memory for the state of ${id}: ${bytes(plan.state)} for ${plan.sequences} × ` +
      `${plan.contextLength.toLocaleString("en")} tokens and ${bytes(plan.buffers)} for buffers; ` +
      "set a smaller contextLength or fewer sequences, or free some memory",
    { cause },
  );
}

/** A model in memory, with its context and its loop. */
export class LoadedModel {
  readonly #model: BoundModel;
  readonly #context: BoundContext;
  readonly #tags: ReadonlyMap<Token, Uint8Array>;
  readonly #vocabulary: number;
  readonly #path: string;
  readonly #timing: StepTiming;
  #idle: NodeJS.Timeout | undefined;
  #calibration: Promise<void> | null = null;
  /** Somebody waits for the sequence that is measured in. */
  #isWanted = false;
  #disposed = false;
  readonly #spillTime: number;
  readonly #batchSize: number;
  readonly #warn: (text: string) => void;
  readonly format: PromptFormat;
  readonly contextLength: number;
  readonly sequences: Sequences;
  readonly loop: StepLoop;
  readonly costs: StepCosts;

  /** Rejects with `model_unreadable` or `out_of_memory`. */
  static async load(load: ModelLoad): Promise<LoadedModel> {
    const { binding, reference, header, plan, options, stepping, stepped, onProgress, warn } = load;
    const { sequences, contextLength, batchSize, gpuLayers } = plan;
    let model: BoundModel | null = null;
    try {
      model = await binding.load(reference.path, { gpuLayers, onProgress });
      const freeCores = new FreeCores();
      const decodeThreads = decodeThreadsOf(model.size, options);
      const context = await model.openContext({
        sequences,
        contextLength,
        batchSize,
        threads: decodeThreads,
        flashAttention: options.flashAttention,
      });
      const timing = new StepTiming({
        ...options,
        decodeThreads,
        freeCores: (now) => freeCores.count(now),
        stepped,
      });
      const build = `${binding.info.version} ${binding.info.variant} ${options.flashAttention}`;
      const spill =
        options.kvSpill &&
        (await openSpill(options.kvSpill, {
          ...{ model: { path: reference.path, build }, context, warn },
          promptRate: () => timing.promptRate,
        }));
      const loaded = new LoadedModel({
        spill,
        spillTime: options.kvSpill?.closeTime ?? 0,
        model,
        context,
        header,
        reference,
        contextLength,
        sequences,
        batchSize,
        timing,
        stepping,
        warn,
        machine: {
          memory: options.processMemory,
          cores: options.batchThreads,
          hasGpu: binding.info.devices.length > 0,
        },
      });
      const threads = { decode: decodeThreads, batch: options.batchThreads };
      await loaded.#learnCosts(options, threads, binding.info);
      return loaded;
    } catch (cause) {
      await model?.dispose();
      if (cause instanceof EngineError) throw cause;
      if (cause instanceof TooLittleMemory) throw outOfMemory(reference, plan, cause);
      throw unreadable(reference.path, cause instanceof Error ? cause.message : String(cause), cause);
    }
  }

  private constructor(parts: {
    model: BoundModel;
    context: BoundContext;
    header: GgufHeader;
    reference: ModelReference;
    contextLength: number;
    sequences: number;
    spill: KvSpill | null;
    spillTime: number;
    batchSize: number;
    timing: StepTiming;
    stepping: (now: number) => void;
    warn: (text: string) => void;
    machine: Machine;
  }) {
    const { model, context, header, reference, contextLength, batchSize, timing, stepping } = parts;
    this.#model = model;
    this.#context = context;
    this.#vocabulary = header.vocabulary;
    this.contextLength = contextLength;
    this.format = formatFor({
      modelId: reference.id,
      ...(header.name !== null && { name: header.name }),
      ...(header.chatTemplate !== null && { chatTemplate: header.chatTemplate }),
      ...(header.editFormat !== null && { editFormat: header.editFormat }),
      bosToken: model.bosText,
      eosToken: model.eosText,
      hasToken: (text) => model.tokenize(text, true).length === 1,
      otherModel: suggestModel(parts.machine),
    });
    this.#tags = tagBytes(this.format.tags, (tag) => model.tokenize(tag, true));
    this.sequences = new Sequences(context, parts.sequences, parts.spill);
    this.#spillTime = parts.spillTime;
    this.#batchSize = batchSize;
    this.#warn = parts.warn;
    this.costs = new StepCosts(timing);
    this.#timing = timing;
    this.#path = reference.path;
    this.loop = new StepLoop({
      context,
      sequences: this.sequences,
      timing,
      costs: this.costs,
      batchSize,
      stepping,
      fault: (cause) => faultOf(cause, parts.warn),
    });
  }

  get bound(): BoundModel {
    return this.#model;
  }

  /** Brings a thread's transcript to a prompt. Throws `prompt_unsupported` and `context_length_exceeded`. */
  stand(thread: ThreadState, prompt: Prompt): void {
    const { transcript, asked: earlier } = thread;
    const rendered = this.format.render(prompt, earlier?.rendered);
    const continuation = this.#continued(transcript, rendered);
    const { keptTokens } = continuation;
    const broke = earlier && brokenPrefix({ earlier: earlier.prompt, prompt, transcript, continuation });
    transcript.take(continuation);
    thread.asked = { prompt, rendered, keptTokens, broke };
  }

  #continued(transcript: Transcript, rendered: RenderedPrompt): Continuation {
    try {
      return transcript.continued(rendered, this.#model, {
        most: this.contextLength - ANSWER_ROOM,
        atLeast: (bytes) => Math.ceil(bytes / this.#model.mostBytes(this.#vocabulary)),
      });
    } catch (cause) {
      throw cause instanceof TooManyTokens ? this.#tooLong(cause) : cause;
    }
  }

  /** Tokens of a prompt, however many. */
  count(prompt: Prompt): Promise<number> {
    return countTokens(this.format.render(prompt).text, this.#model);
  }

  /** Throws `prompt_unsupported` where the binding cannot hold answers to a grammar. */
  sampler(config: SamplingConfig, gbnf: string | null): Sampler {
    if (gbnf === null) return this.#model.sampler(config);
    const silent = this.#model.silentTokens(this.#vocabulary);
    const never = silent.filter((token) => !this.#tags.has(token));
    try {
      return this.#model.sampler(config, { gbnf, never });
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new EngineError(
        "prompt_unsupported",
        `llama.cpp cannot constrain the answer to a format: ${reason}`,
        {
          cause,
        },
      );
    }
  }

  /** A token's bytes. Of control tokens only those by which answers are read have some. */
  bytesOf(token: Token): Uint8Array {
    return this.#tags.get(token) ?? this.#model.bytesOf(token);
  }

  #tooLong({ tokens, isAll }: TooManyTokens): EngineError {
    const count = (value: number) => `${isAll ? "" : "at least "}${value}`;
    return new EngineError(
      "context_length_exceeded",
      `the model's maximum context length is ${this.contextLength} tokens with an answer, and the prompt used ` +
        `${count(tokens)} tokens, ${count(tokens + ANSWER_ROOM - this.contextLength)} too many; send a smaller selection of the code, or use a model with a longer context`,
    );
  }

  /** Has what is measured when the model is idle end, so that its sequence is free. */
  async makeWay(): Promise<void> {
    if (this.#calibration === null) return;
    this.#isWanted = true;
    await this.#calibration;
    this.#isWanted = false;
  }

  /** Copies a thread's state to another one. Rejects with `engine_busy` where no sequence is free. */
  async fork(from: ThreadState, to: ThreadState): Promise<void> {
    await this.makeWay();
    await this.loop.between(async () => {
      to.transcript = from.transcript.clone();
      to.asked = from.asked;
      to.answers = from.answers;
      if (!from.sequence) return;
      from.busy = true;
      const acquired = this.sequences.acquire(to).finally(() => {
        from.busy = false;
      });
      const sequence = await acquired;
      if (!sequence) throw new EngineError("engine_busy", "every sequence of the model is in use: try again");
      await this.sequences.copy(from.sequence, sequence);
    });
  }

  /** Reads what was measured at an earlier start; else measures it now, or when the model is idle. */
  async #learnCosts(
    options: RuntimeOptions,
    threads: Threads,
    { version, variant }: BindingInfo,
  ): Promise<void> {
    const { calibration, cacheDirectory } = options;
    if (calibration === "never" || options.speculation === "never" || !this.#model.cuttable) return;
    const on = {
      binding: `${version} ${variant}`,
      threads: threads.batch,
      contextLength: this.contextLength,
      flashAttention: options.flashAttention,
      draftSizes: DRAFT_SIZES,
    };
    const file = cacheDirectory === null ? null : await MeasurementsFile.of(cacheDirectory, this.#path, on);
    const known = await file?.read();
    if (known) this.costs.learn(known);
    else if (calibration === "load") await this.#calibrate(options, threads, file);
    else this.#whenIdle(() => this.#calibrate(options, threads, file));
  }

  /** Nothing depends on it: where it fails, a model's steps tell what they cost. Whether it was done, or may not be. */
  async #calibrate(
    options: RuntimeOptions,
    threads: Threads,
    file: MeasurementsFile | null,
  ): Promise<boolean> {
    try {
      return await this.#measure(options, threads, file);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      this.#warn(`the costs of ${this.#path} could not be measured, so drafts may be slow: ${reason}`);
      return true;
    }
  }

  /** Whether it came to an end, if only to that of its time; `false` where it gave way to work. */
  async #measure(options: RuntimeOptions, threads: Threads, file: MeasurementsFile | null): Promise<boolean> {
    const thread = new ThreadState(0, { id: "", path: this.#path }, null);
    const sequence = this.sequences.vacant ? await this.sequences.acquire(thread) : null;
    if (!sequence) return true;
    thread.busy = true;
    let isWhole = false;
    let gaveWay = false;
    try {
      await this.loop.aside(() => this.sequences.truncate(sequence, 0));
      isWhole = await calibrate({
        model: this.#model,
        context: this.#context,
        sequence: sequence.id,
        costs: this.costs,
        threads,
        maxDraft: options.maxDraft,
        batchSize: this.#batchSize,
        contextLength: this.contextLength,
        time: options.calibrationTime,
        coresFree: () => this.#timing.threads(threads.batch + 1, performance.now()) >= threads.batch,
        stopped: () => {
          gaveWay ||= this.#isWanted || !this.loop.idle;
          return gaveWay || this.#disposed;
        },
        between: (task) => this.loop.aside(task),
      });
    } finally {
      // Before anything else is waited for: an answer may be waiting for the one sequence that there is.
      this.sequences.release(thread);
    }
    if (isWhole) await file?.write(this.costs.measurements);
    return isWhole || !gaveWay;
  }

  /** Runs a task once nothing has been asked of the model for a moment, and again where it gave way to work. */
  #whenIdle(task: () => Promise<boolean>): void {
    const look = () => {
      if (this.#disposed) return;
      if (this.loop.idle && performance.now() - this.loop.lastStep > IDLE) {
        this.#calibration = task().then((isDone) => {
          this.#calibration = null;
          if (!isDone) this.#whenIdle(task);
        });
      } else this.#idle = setTimeout(look, IDLE).unref();
    };
    this.#idle = setTimeout(look, IDLE).unref();
  }

  /** Writes what its sequences hold to disk, where there is a place for it. */
  spill(): Promise<void> {
    return this.loop.between(() => this.sequences.save(this.#spillTime));
  }

  async dispose(): Promise<void> {
    this.#disposed = true;
    // At once: whoever asks for the model from now on has it loaded anew, and goes on in sequences of that one.
    this.sequences.releaseAll();
    clearTimeout(this.#idle);
    await this.#calibration;
    await this.spill();
    await this.sequences.reset();
    await this.#context.dispose();
    await this.#model.dispose();
  }
}
