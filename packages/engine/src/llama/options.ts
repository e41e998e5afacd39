import { availableParallelism } from "node:os";
import { emitWarning } from "node:process";
import { type LoadProgress, requireWholeNumbers } from "../contract/index.ts";
import { totalMemory } from "./available-memory.ts";
import type { Gpu } from "./binding/index.ts";
import type { GgufHeader } from "./gguf.ts";
import type { KvSpillOptions } from "./kv-spill/index.ts";
import type { OpenMessage } from "./messages.ts";

/** A GGUF file that the engine can load. */
export interface LlamaModelSource {
  readonly id: string;
  readonly path: string;
  /** Default `local`. */
  readonly ownedBy?: string;
  /** Unix time in seconds. Default: the file's modification time. */
  readonly created?: number;
}

export interface LlamaEngineOptions {
  readonly models: readonly LlamaModelSource[];
  /** Tokens available to a prompt and its answer together. Default: the model's training context, at most 8,192. */
  readonly contextLength?: number;
  /**
   * Threads per model whose KV state is kept in memory; others are evaluated again when they are used. Default 8, or
   * fewer if their state would exceed {@link kvMemory}.
   */
  readonly sequences?: number;
  /** Limit of a model's KV state in bytes if `sequences` is not given. Default 2 GiB. */
  readonly kvMemory?: number;
  /**
   * Flash attention, which is faster for prompts and long drafts. On CPUs it rounds to 16 bits for many tokens at once but
   * not for single ones, so nearly equal tokens may depend on how a prompt was split. Default `auto`: if the backend has
   * it, except on CPUs for 16-bit models with short contexts, which decode faster without it from some 500 tokens on.
   */
  readonly flashAttention?: boolean | "auto";
  /** Called with the progress of every load of a model. */
  readonly onLoading?: (progress: LoadProgress) => void;
  /** Called with warnings. Default: `process.emitWarning`. */
  readonly onWarning?: (text: string) => void;
  /**
   * A folder for KV states that are evicted from memory or present when the engine closes. Conversations continue from
   * them if that is faster than evaluating the text again, even after a restart. It contains the conversations' text, so
   * only the owner may read it. Default: none.
   */
  readonly kvSpill?: {
    readonly directory: string;
    /** Limit of its files in bytes; the least recently used are removed first. Default 4 GiB. */
    readonly bytes?: number;
  };
  /** Token limit of answers whose request sets none. Default: the rest of the context. */
  readonly maxOutputTokens?: number;
  /** Most open threads of all models. Default 256. */
  readonly maxThreads?: number;
  /** CPU threads. */
  readonly threads?: {
    /** For single tokens. Default: one for small models, since waking a second one takes longer than the work. */
    readonly decode?: number;
    /** For prompts and drafts. Default: every core. */
    readonly batch?: number;
  };
  /**
   * Memory limit of the engine's process in bytes. To stay below it, unused models are unloaded, least recently used
   * first; a model that still does not fit is rejected before it is loaded. Default: the memory available when a model is
   * loaded, and nine tenths of the machine's memory for the running process.
   */
  readonly memoryLimit?: number;
  /** Layers of a model on the GPU. Default: as many as fit into its free memory. */
  readonly gpuLayers?: number;
  /** Default `auto`: an installed GPU variant of the binding that finds a device, or else the CPU. */
  readonly gpu?: Gpu;
  /** Most models in memory; the least recently used one is unloaded for the next. Default 2. */
  readonly maxModelsLoaded?: number;
  /** Most prompt tokens per step. Default 512. */
  readonly prefillChunk?: number;
  /** Target for the longest step in milliseconds; prompts are split accordingly, so that aborts take effect soon. Default 100. */
  readonly stepTime?: number;
  /**
   * `auto`: uses draft sizes measured to be faster than plain decoding on this machine. `always`: uses every draft, with
   * guessed costs. `never`. Default `auto`.
   */
  readonly speculation?: Speculation;
  /** Most draft tokens per step. Default 62, the largest exact batch together with the token before it. */
  readonly maxDraft?: number;
  /**
   * When to measure the costs of batches, which determine the draft size: `idle`, when a model has not been used for a
   * moment; `load`, before its first use; `never`, to learn from steps only. Default `idle`.
   */
  readonly calibration?: Calibration;
  /** Time limit of a model's calibration in milliseconds. Default 250. */
  readonly calibrationTime?: number;
  /** Folder that keeps measurements for the next start. Default: none. */
  readonly cacheDirectory?: string;
  /** Id of a model to load at once, before a thread needs it. Default: none. */
  readonly preload?: string;
  /** Minimum milliseconds between bursts of an answer: faster steps share one. Default 4. */
  readonly burstInterval?: number;
  /** Timeout for the start of the engine's process in milliseconds. Default 30,000. */
  readonly startTimeout?: number;
  /**
   * Milliseconds of silence while it has work after which the process counts as hung and is killed. It is silent while it
   * tokenizes a prompt, which takes about a second per megabyte. Default 120,000.
   */
  readonly heartbeatTimeout?: number;
  /**
   * Milliseconds without any progress on its work: no finished step, no part of a model loaded, almost no CPU time and
   * no disk reads. Default 60,000.
   */
  readonly stallTimeout?: number;
  /** Milliseconds for one step, or one hundredth of loading a model, even if busy. Default 900,000. */
  readonly stepTimeout?: number;
  /** Milliseconds that closing waits for the process before killing it. Default 2,000. */
  readonly closeTimeout?: number;
  /** How soon a crashed process is restarted. */
  readonly restart?: Partial<RestartLimits>;
}

/** Delays in milliseconds. No delay after the first crash; from the second consecutive one on, each delay doubles. */
export interface RestartLimits {
  /** Delay after the second consecutive crash. Default 250. */
  readonly delay: number;
  /** The longest delay. Default 30,000. */
  readonly maxDelay: number;
  /** Requests wait out delays up to this; with longer ones they are rejected at once. Default 2,000. */
  readonly patience: number;
}

export type Calibration = "idle" | "load" | "never";

export type Speculation = "auto" | "always" | "never";

/** Options passed to the engine's process at its start. */
export interface RuntimeOptions {
  readonly contextLength: number | null;
  readonly sequences: number | null;
  readonly kvMemory: number;
  readonly flashAttention: boolean | "auto";
  readonly kvSpill: KvSpillOptions | null;
  readonly maxOutputTokens: number | null;
  readonly maxThreads: number;
  readonly decodeThreads: number | null;
  readonly batchThreads: number;
  readonly gpu: Gpu;
  readonly gpuLayers: number | null;
  /** Limit of all models in bytes; null for the free memory. */
  readonly memoryLimit: number | null;
  /** Limit of the process's resident memory in bytes. */
  readonly processMemory: number;
  readonly maxModelsLoaded: number;
  readonly prefillChunk: number;
  readonly stepTime: number;
  readonly speculation: Speculation;
  readonly maxDraft: number;
  readonly calibration: Calibration;
  readonly calibrationTime: number;
  readonly cacheDirectory: string | null;
  readonly burstInterval: number;
  /** Interval between heartbeats in milliseconds. */
  readonly beatInterval: number;
  /** The model to load before the first call. */
  readonly preload: OpenMessage["model"] | null;
}

const CLOSE_TIMEOUT = 2_000;
/** Share of the closing time used for saving states. */
const SPILLING = 0.75;
const DEFAULT_CONTEXT_LENGTH = 8192;
const DEFAULT_SEQUENCES = 8;

export interface ProcessLimits {
  readonly startTimeout: number;
  readonly closeTimeout: number;
  readonly heartbeatTimeout: number;
  readonly stallTimeout: number;
  readonly stepTimeout: number;
  readonly restart: RestartLimits;
}

const MOST_OF_MEMORY = 0.9;

const BEAT_INTERVAL = 1_000;
/** Heartbeats within the shortest timeout. */
const BEATS_IN_TIME = 5;

/** Options that must be at least 1 for a model to answer anything. */
const FROM_ONE = {
  contextLength: 1,
  sequences: 1,
  maxOutputTokens: 1,
  maxThreads: 1,
  maxModelsLoaded: 1,
  prefillChunk: 1,
  decode: 1,
  batch: 1,
};

/** Throws {@link EngineOptionError} for the first invalid number. */
export function requireValidNumbers({
  models: _,
  threads,
  restart,
  kvSpill,
  ...options
}: LlamaEngineOptions): void {
  const numbers = Object.entries(options).filter(([, value]) => typeof value === "number");
  requireWholeNumbers(Object.fromEntries(numbers), { least: FROM_ONE });
  requireWholeNumbers(threads ?? {}, { within: "threads", least: FROM_ONE });
  requireWholeNumbers(restart ?? {}, { within: "restart" });
  requireWholeNumbers({ bytes: kvSpill?.bytes }, { within: "kvSpill" });
}

export function runtimeOptions(options: Omit<LlamaEngineOptions, "models">): RuntimeOptions {
  return {
    contextLength: options.contextLength ?? null,
    sequences: options.sequences ?? null,
    kvMemory: options.kvMemory ?? 2 * 1024 ** 3,
    flashAttention: options.flashAttention ?? "auto",
    kvSpill: options.kvSpill
      ? {
          directory: options.kvSpill.directory,
          bytes: options.kvSpill.bytes ?? 4 * 1024 ** 3,
          closeTime: SPILLING * (options.closeTimeout ?? CLOSE_TIMEOUT),
        }
      : null,
    maxOutputTokens: options.maxOutputTokens ?? null,
    maxThreads: options.maxThreads ?? 256,
    decodeThreads: options.threads?.decode ?? null,
    batchThreads: options.threads?.batch ?? availableParallelism(),
    gpu: options.gpu ?? "auto",
    gpuLayers: options.gpuLayers ?? null,
    memoryLimit: options.memoryLimit ?? null,
    processMemory: options.memoryLimit ?? MOST_OF_MEMORY * totalMemory(),
    maxModelsLoaded: options.maxModelsLoaded ?? 2,
    prefillChunk: options.prefillChunk ?? 512,
    stepTime: options.stepTime ?? 100,
    speculation: options.speculation ?? "auto",
    maxDraft: options.maxDraft ?? 62,
    calibration: options.calibration ?? "idle",
    calibrationTime: options.calibrationTime ?? 250,
    cacheDirectory: options.cacheDirectory ?? null,
    burstInterval: options.burstInterval ?? 4,
    beatInterval: beatInterval(processLimits(options)),
    preload: null,
  };
}

/** Returns the interval between the process's heartbeats in milliseconds. */
export function beatInterval({ heartbeatTimeout, stallTimeout }: ProcessLimits): number {
  return Math.max(1, Math.min(BEAT_INTERVAL, Math.min(heartbeatTimeout, stallTimeout) / BEATS_IN_TIME));
}

export function warningHandler({ onWarning }: Pick<LlamaEngineOptions, "onWarning">): (text: string) => void {
  return onWarning ?? ((text) => emitWarning(text, "FlintWarning"));
}

export function processLimits(options: Omit<LlamaEngineOptions, "models">): ProcessLimits {
  return {
    startTimeout: options.startTimeout ?? 30_000,
    closeTimeout: options.closeTimeout ?? CLOSE_TIMEOUT,
    heartbeatTimeout: options.heartbeatTimeout ?? 120_000,
    stallTimeout: options.stallTimeout ?? 60_000,
    stepTimeout: options.stepTimeout ?? 900_000,
    restart: {
      delay: options.restart?.delay ?? 250,
      maxDelay: options.restart?.maxDelay ?? 30_000,
      patience: options.restart?.patience ?? 2_000,
    },
  };
}

/** Returns the tokens available to a prompt and its answer together. */
export function contextLengthOf(
  header: Pick<GgufHeader, "trainContextLength">,
  wanted: number | null,
): number {
  const trained = header.trainContextLength || DEFAULT_CONTEXT_LENGTH;
  return Math.min(trained, wanted ?? DEFAULT_CONTEXT_LENGTH);
}

/** Returns the number of sequences of a model's context: the requested one, or else what fits into `memory` bytes. */
export function sequencesOf(
  header: Pick<GgufHeader, "trainContextLength" | "kvBytesPerToken">,
  options: RuntimeOptions,
  memory = options.kvMemory,
): number {
  if (options.sequences !== null) return options.sequences;
  const bytes = header.kvBytesPerToken * contextLengthOf(header, options.contextLength);
  const fitting = Math.floor(Math.min(memory, options.kvMemory) / Math.max(1, bytes));
  return Math.max(1, Math.min(DEFAULT_SEQUENCES, fitting));
}

/** Below this size, one thread decodes fastest: waking others takes longer than their share of the work. */
const ONE_THREAD_BYTES = 150 * 1024 ** 2;

/** Returns the number of threads for single tokens, for weights of this size. */
export function decodeThreadsOf(
  weights: number,
  { decodeThreads, batchThreads }: Pick<RuntimeOptions, "decodeThreads" | "batchThreads">,
): number {
  return decodeThreads ?? (weights < ONE_THREAD_BYTES ? 1 : batchThreads);
}

/** Returns the largest batch in tokens. */
export function batchSizeOf({ prefillChunk, maxDraft }: RuntimeOptions, sequences: number): number {
  return Math.max(prefillChunk, sequences * (1 + maxDraft));
}
