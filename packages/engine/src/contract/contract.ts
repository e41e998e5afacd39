import type { InputItem, OutputItem, ReasoningEffort, TextFormat, Tool, ToolChoice } from "@flint/protocol";
import type { EngineError } from "./engine-error.ts";
import type { Prospect } from "./prospect.ts";
import type { EngineStats } from "./stats.ts";

/** A source of tokens. An engine serves many threads. Every adapter passes `@flint/engine/conformance`. */
export interface Engine {
  /** Stable short name of the adapter: `llama`, `script`, `upstream`. */
  readonly id: string;
  models(): Promise<readonly ModelInfo[]>;
  /** Returns a model that `models` does not list, or null. Absent if the engine has no such models. */
  unlisted?(id: string): ModelInfo | null;
  /** Rejects with {@link EngineError} `model_not_found`, `model_unreadable`, `out_of_memory`, `engine_busy` or `engine_closed`. */
  openThread(options: ThreadOptions): Promise<Thread>;
  /**
   * Counts a prompt's tokens as a prefill would, even if it is too long for the model. Rejects with {@link EngineError}:
   * those of `openThread`, `prompt_unsupported` or `engine_crashed`.
   */
  countTokens(model: string, prompt: Prompt): Promise<number>;
  /** Returns the engine's statistics, at no cost. Absent if it has none. */
  stats?(): EngineStats;
  /** Ends every generation with `engine_closed` and frees the model. Safe to call twice. */
  close(): Promise<void>;
}

export interface ModelInfo {
  readonly id: string;
  /** Tokens available to a prompt and its answer together. */
  readonly contextLength: number;
  /** Unix time in seconds. */
  readonly created: number;
  readonly ownedBy: string;
  readonly capabilities: ModelCapabilities;
}

export interface ModelCapabilities {
  readonly tools: boolean;
  readonly reasoning: boolean;
  /**
   * Whether tools that the client does not run, such as `web_search`, are passed on to a server that may. Default
   * false.
   */
  readonly hostedTools?: boolean;
}

export interface ThreadOptions {
  readonly model: string;
  /**
   * The user that the thread belongs to. Engines only reuse state of the same user's threads, since counts and timings
   * reveal what was reused. Threads without a user are treated as those of one more user.
   */
  readonly user?: string;
  readonly onLoading?: (progress: LoadProgress) => void;
}

/** Progress of loading a model's weights. */
export interface LoadProgress {
  readonly model: string;
  /** Fraction loaded, from 0 to 1. */
  readonly part: number;
}

/** An item of a conversation: a client's input, or an earlier response's output. */
export type PromptItem = InputItem | OutputItem;

/**
 * A link of a conversation. Links are immutable and shared: continuing a conversation adds a link whose parent is the
 * old one, and forking adds two. A continuation therefore costs only its own items.
 */
export interface PromptLink {
  readonly parent: PromptLink | null;
  readonly items: readonly PromptItem[];
}

/** The input of a model: the conversation up to `tip`, with this turn's instructions and tools. */
export interface Prompt {
  readonly tip: PromptLink;
  readonly instructions: string | null;
  /**
   * Engines that support grammars constrain calls of `strict` functions to their parameters, and inputs of custom tools
   * to their grammars. `script` plays its scenario regardless, except for a second call if only one is allowed.
   */
  readonly tools: readonly Tool[];
  /** Default `auto`. Stated in the prompt; engines that support grammars also enforce it. */
  readonly toolChoice?: ToolChoice;
  /** Whether an answer may have several calls. Default true. Stated and enforced like `toolChoice`. */
  readonly parallelToolCalls?: boolean;
  /** How detailed the answer should be. Stated in the prompt unless it is `medium`, the default. */
  readonly verbosity?: "low" | "medium" | "high";
  /** How much the model should think. Default: the model's own. Ignored by models without such a setting. */
  readonly reasoningEffort?: ReasoningEffort;
}

export interface PrefillProgress {
  /** Tokens evaluated so far, including reused ones. */
  readonly done: number;
  readonly total: number;
}

export interface PrefillOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: PrefillProgress) => void;
  /** Called while the model is reloaded, if it had been unloaded to make room for another. */
  readonly onLoading?: (progress: LoadProgress) => void;
  /** A hint for eviction. Affects what is reused, never the output. Default `open`. */
  readonly prospect?: Prospect;
}

/**
 * Where and why a prompt diverges from its thread's sequence, so that everything after it is evaluated again.
 * `changed`: a text differs. `added`, `left_out`: a text was inserted or removed before known ones, as templates do
 * with system messages and reasoning. `rewritten`: an answer was sent back with other text than the model's. `evicted`:
 * the thread's state was dropped to make room.
 */
export interface BrokenPrefix {
  /** Number of tokens in common. */
  readonly atToken: number;
  /** 0-based index of the conversation's item that caused it; null if none did. */
  readonly item: number | null;
  /** The field of the item or request; `template` for text of the chat template. Null for `evicted`. */
  readonly field: string | null;
  readonly reason: "changed" | "added" | "left_out" | "rewritten" | "evicted";
}

/**
 * How an interrupted answer is continued. `prefill`: the model reads it as the start of its next answer. `conversation`:
 * the model reads it as a finished message, followed by the new input.
 */
export type Continuation = "prefill" | "conversation";

export interface PrefillResult {
  /** Tokens of the whole prompt. */
  readonly promptTokens: number;
  /** The counts are estimates: the upstream server reports them with the answer, in {@link Finish.prompt}. */
  readonly estimated?: boolean;
  /** Set if the last answer was interrupted, by engines with more than one way to continue. */
  readonly continuation?: Continuation;
  /** Of those, the tokens whose state the thread already had, or took over from another thread. */
  readonly reusedTokens: number;
  /** Set if the thread had more of this conversation than could be reused. */
  readonly broke?: BrokenPrefix;
  /** Milliseconds. */
  readonly elapsed: number;
}

export interface Sampling {
  /** 0 is greedy, and deterministic. Default 0. */
  readonly temperature?: number;
  readonly topP?: number;
  readonly seed?: number;
}

export interface GenerateRequest {
  readonly sampling?: Sampling;
  /** Default: the rest of the context. */
  readonly maxTokens?: number;
  /** Stop sequences. They apply to the answer's text, not to reasoning and calls, and are not part of the output. */
  readonly stop?: readonly string[];
  /**
   * The expected output, used as the draft for speculation. Affects the speed, never the output. Default: what the engine
   * finds in the conversation; empty: no drafts.
   */
  readonly draft?: string;
  /**
   * The format that constrains the output, except reasoning and calls. Engines without support for it ignore it. A
   * schema that cannot be translated ends the generation with `prompt_unsupported`: see `checkDefinitions`.
   */
  readonly format?: TextFormat;
  /** The trace that this belongs to, which upstream engines pass on. */
  readonly trace?: TraceContext;
  readonly signal?: AbortSignal;
}

/** A position in a trace, as the headers of W3C Trace Context. */
export interface TraceContext {
  readonly traceparent: string;
  readonly tracestate?: string;
}

/** The kind of output item that a burst belongs to. */
export type Part =
  | { readonly type: "text" }
  | { readonly type: "reasoning" }
  /** The model declines the request; the text explains it to the user. */
  | { readonly type: "refusal" }
  | {
      readonly type: "function_call";
      readonly callId: string;
      readonly name: string;
      readonly namespace?: string;
    }
  | { readonly type: "custom_tool_call"; readonly callId: string; readonly name: string };

/** The output of one engine step. */
export interface Burst {
  readonly type: "burst";
  /** Index of the output item. A new index starts a new item; items never interleave. */
  readonly index: number;
  readonly part: Part;
  /** Text for a message, a refusal or reasoning, JSON for a function's arguments, raw input for a custom tool. */
  readonly text: string;
  readonly tokens: number;
  /** Draft tokens of this step, and how many of them the model accepted. */
  readonly drafted: number;
  readonly accepted: number;
}

/** How the upstream server was asked. `new`: only with the part of the conversation that it did not have. */
export interface Route {
  readonly transport: "http" | "websocket";
  readonly input: "whole" | "new";
}

/** Always the last event of a generation, even after an abort or a crash. */
export interface Finish {
  readonly type: "finish";
  readonly reason: "stop" | "length" | "aborted" | "error";
  /** Set if and only if `reason` is `error`. */
  readonly error?: EngineError;
  /** Generated tokens, including reasoning and the end token. */
  readonly outputTokens: number;
  readonly reasoningTokens: number;
  /**
   * The model's confidence in the whole answer, from 0 to 1. Only for complete answers of models whose prompts have one
   * right answer; absent otherwise.
   */
  readonly confidence?: number;
  /** The prompt's exact counts, from engines whose prefill only estimates them. */
  readonly prompt?: Pick<PrefillResult, "promptTokens" | "reusedTokens">;
  /** From upstream engines, if the server was asked. */
  readonly route?: Route;
  /** How the last answer was continued, if the prefill did not know yet. */
  readonly continuation?: Continuation;
}

export type GenerateEvent = Burst | Finish;

/** A conversation's token sequence in the engine, with its KV state. One prefill or generation at a time. */
export interface Thread {
  readonly model: ModelInfo;
  /**
   * Evaluates exactly this prompt, reusing the longest common prefix.
   * Rejects with {@link EngineError}: `context_length_exceeded`, `prompt_unsupported`, `aborted`,
   * `engine_crashed`, `engine_closed`. After a rejection, the thread can be prefilled again.
   */
  prefill(prompt: Prompt, options?: PrefillOptions): Promise<PrefillResult>;
  /**
   * Generates from the thread's current position. Stops within one engine step after an abort and keeps what was
   * generated. Never throws on failure: the last event is a {@link Finish} with the error.
   */
  generate(request: GenerateRequest): AsyncIterable<GenerateEvent>;
  /** Resolves to an independent thread that shares this one's prefix. Rejects with `engine_busy` if none is free. */
  fork(): Promise<Thread>;
  /** Releases the sequence. Safe to call twice. */
  release(): void;
}
