import type { InputItem, OutputItem, ReasoningEffort, TextFormat, Tool, ToolChoice } from "@flint/protocol";
import type { EngineError } from "./engine-error.ts";
import type { Prospect } from "./prospect.ts";
import type { EngineStats } from "./stats.ts";

/** A source of tokens. One engine serves many threads; every adapter passes `@flint/engine/conformance`. */
export interface Engine {
  /** Short stable name of the adapter: `llama`, `script`, `upstream`. */
  readonly id: string;
  models(): Promise<readonly ModelInfo[]>;
  /** A model that it has beside those that it lists; null where there is none of that id, as where this is absent. */
  unlisted?(id: string): ModelInfo | null;
  /** Rejects with {@link EngineError} `model_not_found`, `model_unreadable`, `out_of_memory`, `engine_busy` or `engine_closed`. */
  openThread(options: ThreadOptions): Promise<Thread>;
  /**
   * Tokens of a prompt, as a prefill would count them; also of one that is too long for the model.
   * Rejects with {@link EngineError} as `openThread` does, and with `prompt_unsupported` and `engine_crashed`.
   */
  countTokens(model: string, prompt: Prompt): Promise<number>;
  /** How the engine is; absent where there is nothing to tell. Costs no more than a look. */
  stats?(): EngineStats;
  /** Ends every generation with `engine_closed` and frees the model. Safe to call twice. */
  close(): Promise<void>;
}

export interface ModelInfo {
  readonly id: string;
  /** Tokens that a prompt and its answer share. */
  readonly contextLength: number;
  /** Unix seconds. */
  readonly created: number;
  readonly ownedBy: string;
  readonly capabilities: ModelCapabilities;
}

export interface ModelCapabilities {
  readonly tools: boolean;
  readonly reasoning: boolean;
}

export interface ThreadOptions {
  readonly model: string;
  /**
   * Whose it is: engines that reuse the state of other threads keep to those of the same user, since counts and times tell
   * what was reused. Default: nobody's, as one more user.
   */
  readonly user?: string;
  readonly onLoading?: (progress: LoadProgress) => void;
}

/** A model's weights on their way into memory. */
export interface LoadProgress {
  readonly model: string;
  /** From 0 to 1. */
  readonly part: number;
}

/** An item of a conversation: what a client sent, or what an earlier response put out. */
export type PromptItem = InputItem | OutputItem;

/**
 * A link of a conversation. Links are immutable and shared: continuing a conversation makes a new link whose
 * parent is the old one, forking makes two. So a continuation costs its own items only.
 */
export interface PromptLink {
  readonly parent: PromptLink | null;
  readonly items: readonly PromptItem[];
}

/** What a model is to answer: the conversation up to `tip`, under this turn's own instructions and tools. */
export interface Prompt {
  readonly tip: PromptLink;
  readonly instructions: string | null;
  /**
   * Engines that can hold answers to a grammar hold calls of `strict` functions to their parameters, and inputs of
   * custom tools to their grammars. `script` plays what its scenario says,
   * but for a second call where one answer may have one.
   */
  readonly tools: readonly Tool[];
  /** Default `auto`. Models are told of it in words; engines that can hold answers to a grammar see to it. */
  readonly toolChoice?: ToolChoice;
  /** Whether one answer may have several calls. Default true. Told in words too, and seen to likewise. */
  readonly parallelToolCalls?: boolean;
  /** How much the answer is to say. Default `medium`, of which nothing is told; the others are told in words. */
  readonly verbosity?: "low" | "medium" | "high";
  /** How much the model is to think. Default: as it does by itself. Models that cannot be told so take no notice. */
  readonly reasoningEffort?: ReasoningEffort;
}

export interface PrefillProgress {
  /** Tokens evaluated so far, reused ones included. */
  readonly done: number;
  readonly total: number;
}

export interface PrefillOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: PrefillProgress) => void;
  /** Told while the model is loaded, where it had made room for another meanwhile. */
  readonly onLoading?: (progress: LoadProgress) => void;
  /** What engines go by that have to make room. It changes what is reused, never the output. Default `open`. */
  readonly prospect?: Prospect;
}

/**
 * Where and why a prompt parts from what its thread holds of the same conversation, so that all after it is evaluated
 * anew. `changed`: a text is another one. `added`, `left_out`: a text has come or gone ahead of known ones, as templates
 * do with system messages and with reasoning. `rewritten`: an answer comes back in other words than the model's.
 * `evicted`: the thread's state had to make room for others.
 */
export interface BrokenPrefix {
  /** Tokens that both have in common. */
  readonly atToken: number;
  /** Ordinal of the conversation's item that is to blame, from 0; null where none is. */
  readonly item: number | null;
  /** The item's field, or the request's; `template` for the chat template's own words. Null for `evicted`. */
  readonly field: string | null;
  readonly reason: "changed" | "added" | "left_out" | "rewritten" | "evicted";
}

/**
 * How an answer that was cut short is gone on from. `prefill`: the model reads it as the beginning of what it says next.
 * `conversation`: as a message that is over, with what was said after it.
 */
export type Continuation = "prefill" | "conversation";

export interface PrefillResult {
  /** Tokens of the whole prompt. */
  readonly promptTokens: number;
  /** The counts are a guess: the server behind the engine tells them with the answer, in {@link Finish.prompt}. */
  readonly estimated?: boolean;
  /** Set where the conversation's last answer was cut short, by engines that have more than one way to go on. */
  readonly continuation?: Continuation;
  /** Of those, the tokens whose state the thread held already, or took over from another one. */
  readonly reusedTokens: number;
  /** Set where the thread held more of this conversation than could be reused. */
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
  /** Default: what is left of the context. */
  readonly maxTokens?: number;
  /** Text at which generation ends, in the answer's own text only: reasoning and calls may have it. It is not part of the output. */
  readonly stop?: readonly string[];
  /**
   * Text that the output is likely to follow: speculation's draft. It changes the speed, never the output. Default: what
   * the engine finds by itself in what was said before; an empty text: nothing is drafted.
   */
  readonly draft?: string;
  /**
   * Form that the output is held to, reasoning and calls aside. Engines that cannot hold it to one pass it over.
   * A schema that cannot be translated ends the generation with `prompt_unsupported`: see `checkDefinitions`.
   */
  readonly format?: TextFormat;
  /** The trace that this is part of: engines with a server behind them hand it on. */
  readonly trace?: TraceContext;
  readonly signal?: AbortSignal;
}

/** A place in a trace, as the headers of W3C Trace Context. */
export interface TraceContext {
  readonly traceparent: string;
  readonly tracestate?: string;
}

/** The kind of output item that a burst belongs to. */
export type Part =
  | { readonly type: "text" }
  | { readonly type: "reasoning" }
  /** The model says that it does not do what it was asked to; the text says so to people. */
  | { readonly type: "refusal" }
  | {
      readonly type: "function_call";
      readonly callId: string;
      readonly name: string;
      readonly namespace?: string;
    }
  | { readonly type: "custom_tool_call"; readonly callId: string; readonly name: string };

/** What one engine step yields. */
export interface Burst {
  readonly type: "burst";
  /** Ordinal of the output item; a new number starts a new item, and items never interleave. */
  readonly index: number;
  readonly part: Part;
  /** Text for a message, a refusal or reasoning, JSON for a function's arguments, raw input for a custom tool. */
  readonly text: string;
  readonly tokens: number;
  /** Tokens proposed by the draft in this step, and how many of them the model agreed with. */
  readonly drafted: number;
  readonly accepted: number;
}

/** How a server behind the engine was asked. `new`: with that alone of the conversation which it did not know. */
export interface Route {
  readonly transport: "http" | "websocket";
  readonly input: "whole" | "new";
}

/** Always the last event of a generation, also after an abort or a crash. */
export interface Finish {
  readonly type: "finish";
  readonly reason: "stop" | "length" | "aborted" | "error";
  /** Set if and only if `reason` is `error`. */
  readonly error?: EngineError;
  /** Tokens generated, the end token and reasoning included. */
  readonly outputTokens: number;
  readonly reasoningTokens: number;
  /**
   * How sure the model is of this whole answer, from 0 to 1: of an answer that ended by itself, by a model whose prompts
   * leave one right answer. Absent where it is not known, or would say nothing.
   */
  readonly confidence?: number;
  /** The prompt's counts, from engines whose prefill could but guess them. */
  readonly prompt?: Pick<PrefillResult, "promptTokens" | "reusedTokens">;
  /** From engines with a server behind them, where it was asked. */
  readonly route?: Route;
  /** How the last answer was gone on from, where the prefill could not tell. */
  readonly continuation?: Continuation;
}

export type GenerateEvent = Burst | Finish;

/** A conversation's token sequence in the engine, with its KV state. One prefill or generation at a time. */
export interface Thread {
  readonly model: ModelInfo;
  /**
   * Brings the thread to exactly this prompt, reusing the longest common prefix.
   * Rejects with {@link EngineError}: `context_length_exceeded`, `prompt_unsupported`, `aborted`,
   * `engine_crashed`, `engine_closed`. After a rejection the thread can be prefilled again.
   */
  prefill(prompt: Prompt, options?: PrefillOptions): Promise<PrefillResult>;
  /**
   * Generates from where the thread stands. Stops within one engine step of an abort and keeps what was
   * generated. Never throws for a failure: the last event is a {@link Finish} that carries it.
   */
  generate(request: GenerateRequest): AsyncIterable<GenerateEvent>;
  /** A second, independent thread that shares this one's prefix. Rejects with `engine_busy` where none is free. */
  fork(): Promise<Thread>;
  /** Gives the sequence back. Safe to call twice. */
  release(): void;
}
