import type { TextFormat } from "@flint/protocol";
import type {
  BrokenPrefix,
  Burst,
  EngineErrorCode,
  Finish,
  ModelStats,
  Prompt,
  PromptItem,
  Prospect,
  Sampling,
  StepStats,
} from "../contract/index.ts";
import type { BindingInfo } from "./binding/index.ts";

/** A conversation link in a message. Each link is sent once, and referred to by its number afterwards. */
export interface LinkMessage {
  readonly id: number;
  readonly parent: number | null;
  readonly items: readonly PromptItem[];
}

export interface OpenMessage {
  readonly type: "open";
  readonly call: number;
  readonly thread: number;
  readonly model: { readonly id: string; readonly path: string };
  readonly user: string | null;
}

export interface ForkMessage {
  readonly type: "fork";
  readonly call: number;
  readonly thread: number;
  readonly from: number;
}

export interface PrefillMessage {
  readonly type: "prefill";
  readonly call: number;
  readonly thread: number;
  /** The links that the process does not have yet, parents first. */
  readonly links: readonly LinkMessage[];
  readonly tip: number;
  readonly prompt: Omit<Prompt, "tip">;
  readonly prospect: Prospect;
}

export interface CountMessage extends Omit<PrefillMessage, "type" | "thread" | "prospect"> {
  readonly type: "count";
  readonly model: OpenMessage["model"];
}

export interface GenerateMessage {
  readonly type: "generate";
  readonly call: number;
  readonly thread: number;
  readonly sampling: Sampling;
  readonly maxTokens: number | null;
  readonly stop: readonly string[];
  readonly draft: string | null;
  readonly format: TextFormat | null;
}

/** Messages from the engine to its process. Calls are answered by number. */
export type ToProcess =
  | OpenMessage
  | ForkMessage
  | PrefillMessage
  | CountMessage
  | GenerateMessage
  | { readonly type: "release"; readonly thread: number }
  | { readonly type: "abort"; readonly call: number }
  /** These links are no longer reachable. */
  | { readonly type: "forget"; readonly links: readonly number[] }
  | { readonly type: "close" };

/** The result of a call: a prefill's counts, or a requested count. */
export interface CallResult {
  readonly promptTokens: number;
  readonly reusedTokens: number;
  readonly broke?: BrokenPrefix;
}

/** A finish in a message, where errors have no class. */
export interface FinishMessage {
  readonly type: "finish";
  readonly call: number;
  readonly reason: Finish["reason"];
  readonly error: { readonly code: EngineErrorCode; readonly message: string } | null;
  readonly outputTokens: number;
  readonly reasoningTokens: number;
  readonly confidence: number | null;
}

/** The process's report, sent every second while it has work and once afterwards. Counts are since its start. */
export interface ProcessReport {
  /** Number of finished steps, plus loaded hundredths of models. */
  readonly progress: number;
  /** CPU time in milliseconds. */
  readonly cpu: number;
  /** Pages and blocks read from disk. */
  readonly reads: number;
  /** Resident memory in bytes. */
  readonly memory: number;
  readonly models: readonly ModelStats[];
  readonly modelLoads: number;
  readonly modelEvictions: number;
  readonly steps: Omit<StepStats, "bounds">;
}

export type FromProcess =
  | { readonly type: "ready"; readonly info: BindingInfo }
  | { readonly type: "done"; readonly call: number; readonly result: CallResult | null }
  | {
      readonly type: "failed";
      readonly call: number;
      readonly code: EngineErrorCode;
      readonly message: string;
    }
  /** The call waits for its model; `part` is the fraction loaded, from 0 to 1. */
  | { readonly type: "loading"; readonly call: number; readonly part: number }
  | { readonly type: "progress"; readonly call: number; readonly done: number; readonly total: number }
  /** A warning, which does not fail any call. */
  | { readonly type: "warning"; readonly text: string }
  | { readonly type: "beat"; readonly report: ProcessReport }
  | { readonly type: "bursts"; readonly call: number; readonly bursts: readonly Burst[] }
  | FinishMessage;
