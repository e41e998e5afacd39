import { availableParallelism } from "node:os";
import type { Gpu } from "./binding/index.ts";
import type { GgufHeader } from "./gguf.ts";

/** A GGUF file that the engine may load. */
export interface LlamaModelSource {
  readonly id: string;
  readonly path: string;
  /** Default: `local`. */
  readonly ownedBy?: string;
  /** Unix seconds. Default: the file's time of modification. */
  readonly created?: number;
}

export interface LlamaEngineOptions {
  readonly models: readonly LlamaModelSource[];
  /** Tokens that a prompt and its answer share. Default: what the model was trained for, at most 8,192. */
  readonly contextLength?: number;
  /**
   * Threads whose KV state is held at once, per model; others are evaluated anew when they are used. Default 8, or
   * fewer where their state would take more than {@link kvMemory}.
   */
  readonly sequences?: number;
  /** Bytes that a model's KV state may take where `sequences` is not given. Default 2 GiB. */
  readonly kvMemory?: number;
  /** Threads that are open at once, over all models. Default 256. */
  readonly maxThreads?: number;
  /** CPU threads. */
  readonly threads?: {
    /** For one token at a time. Default: one for small models, as waking a second one takes longer than the work. */
    readonly decode?: number;
    /** For prompts and drafts. Default: every core. */
    readonly batch?: number;
  };
  /** Default `auto`: the GPU variant of the binding that is installed and finds a device, else the CPU. */
  readonly gpu?: Gpu;
  /** Models held in memory; the one used least recently is unloaded for the next. Default 2. */
  readonly maxModelsLoaded?: number;
  /** Most tokens of prompts in one step. Default 512. */
  readonly prefillChunk?: number;
  /** Milliseconds that a step should take at most; prompts are cut to fit, so that an abort takes effect soon. Default 100. */
  readonly stepTime?: number;
  /**
   * `auto`: drafts are verified in sizes that have proved faster than plain decoding on this machine, if any have.
   * `always`: whenever there is a draft, as the first guess has it. `never`. Default `auto`.
   */
  readonly speculation?: Speculation;
  /** Most tokens of a draft in one step. Default 63: with the token before it, the size that kernels are fastest at. */
  readonly maxDraft?: number;
  /** Least milliseconds between two bursts of an answer: steps that are quicker share one. Default 4. */
  readonly burstInterval?: number;
  /** Milliseconds for the engine's process to come up. Default 30,000. */
  readonly startTimeout?: number;
  /** Milliseconds that closing waits for the process before it is killed. Default 2,000. */
  readonly closeTimeout?: number;
  /** Deaths of the process in a row within `window` milliseconds after which it is not started again for that long. Default 3 in 30,000. */
  readonly crashLimit?: { readonly count: number; readonly window: number };
}

export type Speculation = "auto" | "always" | "never";

/** What the engine's process is told at its start. */
export interface RuntimeOptions {
  readonly contextLength: number | null;
  readonly sequences: number | null;
  readonly kvMemory: number;
  readonly maxThreads: number;
  readonly decodeThreads: number | null;
  readonly batchThreads: number;
  readonly gpu: Gpu;
  readonly maxModelsLoaded: number;
  readonly prefillChunk: number;
  readonly stepTime: number;
  readonly speculation: Speculation;
  readonly maxDraft: number;
  readonly burstInterval: number;
}

const DEFAULT_CONTEXT_LENGTH = 8192;
const DEFAULT_SEQUENCES = 8;

export interface ProcessLimits {
  readonly startTimeout: number;
  readonly closeTimeout: number;
  readonly crashLimit: { readonly count: number; readonly window: number };
}

export function runtimeOptions(options: Omit<LlamaEngineOptions, "models">): RuntimeOptions {
  return {
    contextLength: options.contextLength ?? null,
    sequences: options.sequences ?? null,
    kvMemory: options.kvMemory ?? 2 * 1024 ** 3,
    maxThreads: options.maxThreads ?? 256,
    decodeThreads: options.threads?.decode ?? null,
    batchThreads: options.threads?.batch ?? availableParallelism(),
    gpu: options.gpu ?? "auto",
    maxModelsLoaded: options.maxModelsLoaded ?? 2,
    prefillChunk: options.prefillChunk ?? 512,
    stepTime: options.stepTime ?? 100,
    speculation: options.speculation ?? "auto",
    maxDraft: options.maxDraft ?? 63,
    burstInterval: options.burstInterval ?? 4,
  };
}

export function processLimits(options: Omit<LlamaEngineOptions, "models">): ProcessLimits {
  return {
    startTimeout: options.startTimeout ?? 30_000,
    closeTimeout: options.closeTimeout ?? 2_000,
    crashLimit: options.crashLimit ?? { count: 3, window: 30_000 },
  };
}

/** Tokens that a prompt and its answer share. */
export function contextLengthOf(header: GgufHeader, wanted: number | null): number {
  const trained = header.trainContextLength || DEFAULT_CONTEXT_LENGTH;
  return Math.min(trained, wanted ?? DEFAULT_CONTEXT_LENGTH);
}

/** Sequences of a model's context: as many as were asked for, else as many as the memory for them allows. */
export function sequencesOf(header: GgufHeader, options: RuntimeOptions): number {
  if (options.sequences !== null) return options.sequences;
  const bytes = header.kvBytesPerToken * contextLengthOf(header, options.contextLength);
  return Math.max(1, Math.min(DEFAULT_SEQUENCES, Math.floor(options.kvMemory / Math.max(1, bytes))));
}
