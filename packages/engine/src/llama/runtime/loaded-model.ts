import { EngineError, type Prompt } from "../../contract/index.ts";
import { formatFor, type PromptFormat, type RenderedPrompt } from "../../prompt/index.ts";
import {
  type Binding,
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
import { CostLearner } from "./cost-learner.ts";
import { countTokens } from "./count-tokens.ts";
import { toEngineError } from "./fault.ts";
import { FreeCores } from "./free-cores.ts";
import { Sequences } from "./sequences.ts";
import { StepCosts } from "./step-costs.ts";
import { StepLoop } from "./step-loop.ts";
import { StepTiming } from "./step-timing.ts";
import { tagBytes } from "./tag-bytes.ts";
import type { ModelReference, ThreadState } from "./thread-state.ts";
import { type Continuation, TooManyTokens, type Transcript } from "./transcript.ts";

const ANSWER_ROOM = 1;

export interface ModelLoad {
  readonly binding: Binding;
  readonly reference: ModelReference;
  readonly header: GgufHeader;
  readonly plan: Plan;
  readonly options: RuntimeOptions;
  /** Called while a step runs, and with its duration in milliseconds when it has ended. */
  readonly stepping: (now: number) => void;
  readonly stepped: (milliseconds: number) => void;
  /** Called with the fraction loaded, from 0 to 1. */
  readonly onProgress: (part: number) => void;
  /** Called with warnings, which do not fail any call. */
  readonly warn: (text: string) => void;
}

/** Returns the error if the system refused memory that had been free. */
function outOfMemory({ id }: ModelReference, plan: Plan, cause: Error): EngineError {
  return new EngineError(
    "out_of_memory",
    `the system has no memory for the state of ${id}: ${bytes(plan.state)} for ${plan.sequences} × ` +
      `${plan.contextLength.toLocaleString("en")} tokens and ${bytes(plan.buffers)} for buffers; ` +
      "set a smaller contextLength or fewer sequences, or free some memory",
    { cause },
  );
}

/** A model in memory, with its context and its step loop. */
export class LoadedModel {
  readonly #model: BoundModel;
  readonly #context: BoundContext;
  readonly #tags: ReadonlyMap<Token, Uint8Array>;
  readonly #vocabulary: number;
  readonly #spillTime: number;
  readonly #costLearner: CostLearner;
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
      await loaded.#costLearner.learn(options, threads, binding.info);
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
    this.costs = new StepCosts(timing);
    this.loop = new StepLoop({
      context,
      sequences: this.sequences,
      timing,
      costs: this.costs,
      batchSize,
      stepping,
      fault: (cause) => toEngineError(cause, parts.warn),
    });
    this.#costLearner = new CostLearner({
      ...{ model, context, timing, contextLength, batchSize, path: reference.path, warn: parts.warn },
      ...{ costs: this.costs, sequences: this.sequences, loop: this.loop },
    });
  }

  get boundModel(): BoundModel {
    return this.#model;
  }

  /** Updates a thread's transcript to a prompt. Throws `prompt_unsupported` and `context_length_exceeded`. */
  setPrompt(thread: ThreadState, prompt: Prompt): void {
    const { transcript, latestPrompt: earlier } = thread;
    const rendered = this.format.render(prompt, earlier?.rendered);
    const continuation = this.#continuationFor(transcript, rendered);
    const { keptTokens } = continuation;
    const broke = earlier && brokenPrefix({ earlier: earlier.prompt, prompt, transcript, continuation });
    transcript.apply(continuation);
    thread.latestPrompt = { prompt, rendered, keptTokens, broke };
  }

  #continuationFor(transcript: Transcript, rendered: RenderedPrompt): Continuation {
    try {
      return transcript.continuationFor(rendered, this.#model, {
        most: this.contextLength - ANSWER_ROOM,
        atLeast: (bytes) => Math.ceil(bytes / this.#model.mostBytes(this.#vocabulary)),
      });
    } catch (cause) {
      throw cause instanceof TooManyTokens ? this.#tooLong(cause) : cause;
    }
  }

  /** Counts a prompt's tokens, without a limit. */
  count(prompt: Prompt): Promise<number> {
    return countTokens(this.format.render(prompt).text, this.#model);
  }

  /** Throws `prompt_unsupported` if the binding does not support grammars. */
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

  /** Returns a token's bytes. Only control tokens that mark the answer's structure have any. */
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

  /** Stops a calibration to free its sequence. */
  stopCalibration(): Promise<void> {
    return this.#costLearner.stopCalibration();
  }

  /**
   * Copies a thread's state to another one, if there is room for it. Rejects with `engine_busy` if every sequence is
   * in use.
   */
  async fork(from: ThreadState, to: ThreadState): Promise<void> {
    await this.stopCalibration();
    await this.loop.runBetweenSteps(async () => {
      to.transcript = from.transcript.clone();
      to.latestPrompt = from.latestPrompt;
      to.answers = from.answers;
      if (!from.sequence) return;
      from.busy = true;
      try {
        // Do not evict a conversation for a copy that may never be used: the copy can reuse the shared state when it
        // needs it.
        if (this.sequences.wouldEvictLikelier(to, from.prospect)) return;
        const sequence = await this.sequences.acquire(to);
        if (!sequence)
          throw new EngineError("engine_busy", "every sequence of the model is in use: try again");
        await this.sequences.copy(from.sequence, sequence);
      } finally {
        from.busy = false;
      }
    });
  }

  /** Saves its sequences to disk, if a folder is configured. */
  spill(): Promise<void> {
    return this.loop.runBetweenSteps(() => this.sequences.save(this.#spillTime));
  }

  async dispose(): Promise<void> {
    const learned = this.#costLearner.close();
    // Release synchronously: later requests reload the model and use the sequences of that instance.
    this.sequences.releaseAll();
    await learned;
    await this.spill();
    await this.sequences.reset();
    await this.#context.dispose();
    await this.#model.dispose();
  }
}
