import { availableParallelism } from "node:os";
import { emitWarning } from "node:process";
import { type LoadProgress, refuseUnlessWhole } from "../contract/index.ts";
import { totalMemory } from "./available-memory.ts";
import type { Gpu } from "./binding/index.ts";
import type { GgufHeader } from "./gguf.ts";
import type { KvSpillOptions } from "./kv-spill/index.ts";
import type { OpenMessage } from "./messages.ts";

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
  /**
   * Attention in one go: faster for prompts and long drafts. On a CPU it rounds to 16 bits for many tokens at once and
   * not for single ones, so that where two tokens are all but equal a prompt's state tells on how it was cut.
   * Default `auto`: where the backend has it, but for models of 16-bit weights and short contexts on a CPU: from some 500
   * tokens on they decode faster without.
   */
  readonly flashAttention?: boolean | "auto";
  /** Told while a model is loaded, whoever waits for it. */
  readonly onLoading?: (progress: LoadProgress) => void;
  /** Told of what people should know and what fails nothing. Default: a warning of the process. */
  readonly onWarning?: (text: string) => void;
  /**
   * A folder for KV states that make room in memory, and for those that are there when the engine is closed: their
   * conversations go on from it where that is faster than to read them anew, also after a restart. It holds what was
   * said in them: nobody but the owner may read it. Default: none.
   */
  readonly kvSpill?: {
    readonly directory: string;
    /** Bytes of all its files; those used least recently go first. Default 4 GiB. */
    readonly bytes?: number;
  };
  /** Tokens of an answer whose request sets no limit. Default: what is left of the context. */
  readonly maxOutputTokens?: number;
  /** Threads that are open at once, over all models. Default 256. */
  readonly maxThreads?: number;
  /** CPU threads. */
  readonly threads?: {
    /** For one token at a time. Default: one for small models, as waking a second one takes longer than the work. */
    readonly decode?: number;
    /** For prompts and drafts. Default: every core. */
    readonly batch?: number;
  };
  /**
   * Bytes that the engine's process may take. Over it, models that nothing uses are unloaded, those used least recently
   * first; a model that does not fit then is refused before it is loaded. Default: what the machine has free when a model
   * is loaded, and nine tenths of all its memory for the process as it runs.
   */
  readonly memoryLimit?: number;
  /** Layers of a model that run on the GPU. Default: as many as its free memory holds. */
  readonly gpuLayers?: number;
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
  /** Most tokens of a draft in one step. Default 62: with the token before it, the most that give a single token's numbers. */
  readonly maxDraft?: number;
  /**
   * When the costs of batches are measured that the size of drafts is chosen by: `idle`, when nothing has been asked of
   * a model for a moment; `load`, before its first use; `never`, where steps alone are to tell. Default `idle`.
   */
  readonly calibration?: Calibration;
  /** Milliseconds that calibrating a model may take. Default 250. */
  readonly calibrationTime?: number;
  /** Folder in which measurements are kept for the next start. Default: none are. */
  readonly cacheDirectory?: string;
  /** Id of a model to start and load at once, before a thread asks for it. Default: none. */
  readonly preload?: string;
  /** Least milliseconds between two bursts of an answer: steps that are quicker share one. Default 4. */
  readonly burstInterval?: number;
  /** Milliseconds for the engine's process to come up. Default 30,000. */
  readonly startTimeout?: number;
  /**
   * Milliseconds that the process may say nothing while it has work, before it counts as hung and is ended. It says nothing
   * while it cuts a prompt into tokens, which takes a second or so for each megabyte. Default 120,000.
   */
  readonly heartbeatTimeout?: number;
  /**
   * Milliseconds that it may have work and get no further with it: no step ended, nothing of a model loaded, all but no
   * CPU time used and nothing read from disk. Default 60,000.
   */
  readonly stallTimeout?: number;
  /** Milliseconds that one step, or one hundredth of loading a model, may take however busy it is. Default 900,000. */
  readonly stepTimeout?: number;
  /** Milliseconds that closing waits for the process before it is killed. Default 2,000. */
  readonly closeTimeout?: number;
  /** How soon a process that died is started again. */
  readonly restart?: Partial<RestartLimits>;
}

/** Milliseconds. The first death costs no wait; from the second in a row on each wait is twice the one before. */
export interface RestartLimits {
  /** After the second death in a row. Default 250. */
  readonly delay: number;
  /** The longest wait. Default 30,000. */
  readonly maxDelay: number;
  /** Requests sit out a wait of up to this long; over it they are refused at once. Default 2,000. */
  readonly patience: number;
}

export type Calibration = "idle" | "load" | "never";

export type Speculation = "auto" | "always" | "never";

/** What the engine's process is told at its start. */
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
  /** Bytes that all models may take; null for what is free. */
  readonly memoryLimit: number | null;
  /** Bytes that the process may have in memory. */
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
  /** Milliseconds between two signs of life. */
  readonly beatInterval: number;
  /** What it loads before it is asked for anything. */
  readonly preload: OpenMessage["model"] | null;
}

const CLOSE_TIMEOUT = 2_000;
/** Share of the time for closing in which states are written. */
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
/** Signs of life within the shortest of the waits for one. */
const BEATS_IN_TIME = 5;

/** Options with which a model could answer nothing if they were 0. */
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

/** Throws {@link EngineOptionError} for the first number that is none of its kind. */
export function refuseWrongNumbers({
  models: _,
  threads,
  restart,
  kvSpill,
  ...options
}: LlamaEngineOptions): void {
  const numbers = Object.entries(options).filter(([, value]) => typeof value === "number");
  refuseUnlessWhole(Object.fromEntries(numbers), { least: FROM_ONE });
  refuseUnlessWhole(threads ?? {}, { within: "threads", least: FROM_ONE });
  refuseUnlessWhole(restart ?? {}, { within: "restart" });
  refuseUnlessWhole({ bytes: kvSpill?.bytes }, { within: "kvSpill" });
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

/** Milliseconds between two signs of life of the process. */
export function beatInterval({ heartbeatTimeout, stallTimeout }: ProcessLimits): number {
  return Math.max(1, Math.min(BEAT_INTERVAL, Math.min(heartbeatTimeout, stallTimeout) / BEATS_IN_TIME));
}

export function warner({ onWarning }: Pick<LlamaEngineOptions, "onWarning">): (text: string) => void {
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

/** Tokens that a prompt and its answer share. */
export function contextLengthOf(
  header: Pick<GgufHeader, "trainContextLength">,
  wanted: number | null,
): number {
  const trained = header.trainContextLength || DEFAULT_CONTEXT_LENGTH;
  return Math.min(trained, wanted ?? DEFAULT_CONTEXT_LENGTH);
}

/** Sequences of a model's context: as many as were asked for, else as many as `memory` bytes for their state allow. */
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

/** Below this size one thread decodes fastest: waking others takes longer than their share of the work. */
const ONE_THREAD_BYTES = 150 * 1024 ** 2;

/** Threads for one token at a time, of a model whose weights have so many bytes. */
export function decodeThreadsOf(
  weights: number,
  { decodeThreads, batchThreads }: Pick<RuntimeOptions, "decodeThreads" | "batchThreads">,
): number {
  return decodeThreads ?? (weights < ONE_THREAD_BYTES ? 1 : batchThreads);
}

/** Tokens of the largest batch. */
export function batchSizeOf({ prefillChunk, maxDraft }: RuntimeOptions, sequences: number): number {
  return Math.max(prefillChunk, sequences * (1 + maxDraft));
}
