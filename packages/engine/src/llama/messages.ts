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

/** A link of a conversation as it travels: once, and by its number ever after. */
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
  /** The links that the process does not know yet, parents first. */
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

/** What the engine tells its process. Calls are answered by their number. */
export type ToProcess =
  | OpenMessage
  | ForkMessage
  | PrefillMessage
  | CountMessage
  | GenerateMessage
  | { readonly type: "release"; readonly thread: number }
  | { readonly type: "abort"; readonly call: number }
  /** No conversation reaches these links any more. */
  | { readonly type: "forget"; readonly links: readonly number[] }
  | { readonly type: "close" };

/** What a call resolves to: nothing, or a prefill's counts, or the one count that was asked for. */
export interface CallResult {
  readonly promptTokens: number;
  readonly reusedTokens: number;
  readonly broke?: BrokenPrefix;
}

/** A finish as it travels: errors lose their class on the way. */
export interface FinishMessage {
  readonly type: "finish";
  readonly call: number;
  readonly reason: Finish["reason"];
  readonly error: { readonly code: EngineErrorCode; readonly message: string } | null;
  readonly outputTokens: number;
  readonly reasoningTokens: number;
  readonly confidence: number | null;
}

/** How the process is, sent every second while it has work and once after that. Counts are since its start. */
export interface ProcessReport {
  /** Steps that have ended, and hundredths of models that have been loaded. */
  readonly progress: number;
  /** Milliseconds of CPU time. */
  readonly cpu: number;
  /** Pages and blocks read from disk. */
  readonly reads: number;
  /** Bytes in memory. */
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
  /** The call waits for its model; `part` of it is loaded, from 0 to 1. */
  | { readonly type: "loading"; readonly call: number; readonly part: number }
  | { readonly type: "progress"; readonly call: number; readonly done: number; readonly total: number }
  /** Something that people should know of and that fails no call. */
  | { readonly type: "warning"; readonly text: string }
  | { readonly type: "beat"; readonly report: ProcessReport }
  | { readonly type: "bursts"; readonly call: number; readonly bursts: readonly Burst[] }
  | FinishMessage;
