import type {
  BrokenPrefix,
  GenerateRequest,
  ModelInfo,
  Prompt,
  PromptLink,
  TraceContext,
} from "@flint/engine";
import type { CreateRequest, ResponseError, Usage } from "@flint/protocol";
import type { ChainEntry } from "../chain/index.ts";
import { readableTip } from "../compaction/index.ts";
import type { Seal } from "../seal/index.ts";
import type { Owner } from "../store/index.ts";
import type { ThreadLease, ThreadPool, ThreadRequest } from "../thread/index.ts";
import { predictionFor } from "./prediction.ts";
import type { Steer } from "./steers.ts";
import type { TurnEvent } from "./turn-event.ts";

/** What a turn runs; known when its turn on the lane comes. */
export interface TurnOrder {
  readonly request: CreateRequest;
  readonly model: ModelInfo;
  readonly parent: ChainEntry | null;
  /** Whether to leave the parent's thread to its own lane and fork it. */
  readonly fork: boolean;
  /** Stores and prefills the input without generating. */
  readonly warmUp: boolean;
  /** Steers answered by this response; their input precedes the request's. */
  readonly steers: readonly Steer[];
  /** The thread of the steered response before this one. */
  readonly thread: ThreadLease | null;
}

/** How a response ended. */
export interface TurnEnd {
  readonly entry: ChainEntry;
  /** The conversation up to and including the input. */
  readonly input: PromptLink;
  readonly terminal: TurnEvent;
}

/** The environment of a turn. */
export interface TurnContext {
  readonly threads: ThreadPool;
  /** The user that the response belongs to. */
  readonly owner: Owner;
  readonly lane: string | undefined;
  /** Silence before a keep-alive, in ms. */
  readonly keepAlive: number;
  /** Clients that read server-sent events do not know `keepalive`. */
  readonly keepAliveEvent: "keepalive" | "response.in_progress";
  readonly pendingSteers: number;
  /** Maximum number of tokens of a compaction's summary. */
  readonly summaryTokens: number;
  /** Encrypts the state that clients keep for the server. */
  readonly seal: Seal;
  /** Fires when the connection that keeps the conversation has closed; null if none does. */
  readonly connection: AbortSignal | null;
  /** Runs a warm-up's prefill beside the lane; returns null if too many are running. */
  warmUp(prefill: () => Promise<void>): Promise<void> | null;
  /** Called after a warm-up's prefill. */
  warmed(tokens: number): void;
  /** Returns the trace of the response; null if there is none. */
  trace(): TraceContext | null;
  /** Called before the response's first event. */
  begins(order: TurnOrder): void;
  send(event: TurnEvent): void;
  /**
   * Called before a response's terminal event is sent, which waits until it settles. Resolves to the error that
   * replaces the ending if another server has already ended the response. Must not reject.
   */
  remember(end: TurnEnd): Promise<ResponseError | null> | undefined;
  /** Called after the last event. */
  ended(): void;
  /** Called if a prompt differs from the engine's cached state of the conversation. */
  cacheBroke(responseId: string, tip: PromptLink, broke: BrokenPrefix): void;
  /** Returns the cost of a response in USD; null if its model has no price. */
  cost(model: string, usage: Usage | null): number | null;
  /** Called for each failure, to log it. */
  failed(responseId: string, cause: unknown): void;
  /** Called if a warm-up could not be prefilled, to log it. */
  notWarmed(responseId: string, cause: unknown): void;
}

/** Returns the link that an order adds to the conversation. */
export function inputLink({ parent, steers, request }: TurnOrder): PromptLink {
  const steered = steers.flatMap((steer) => steer.input);
  return {
    parent: parent?.tip ?? null,
    items: steered.length === 0 ? request.input : [...steered, ...request.input],
  };
}

export function promptOf({ request, model }: TurnOrder, tip: PromptLink, seal: Seal): Prompt {
  return {
    tip: readableTip(tip, { seal, contextLength: model.contextLength }),
    instructions: request.instructions ?? null,
    tools: request.tool_choice === "none" ? [] : (request.tools ?? []),
    ...(request.tool_choice === undefined ? {} : { toolChoice: request.tool_choice }),
    ...(request.text?.verbosity == null ? {} : { verbosity: request.text.verbosity }),
    ...(request.reasoning?.effort == null ? {} : { reasoningEffort: request.reasoning.effort }),
    ...(request.parallel_tool_calls == null ? {} : { parallelToolCalls: request.parallel_tool_calls }),
  };
}

export function threadRequestOf({ model, parent, fork, request }: TurnOrder, owner: Owner): ThreadRequest {
  return {
    model: model.id,
    owner,
    tip: parent?.tip ?? null,
    input: request.input,
    fork,
    cacheKey: request.prompt_cache_key ?? null,
  };
}

export function generateRequestOf(
  { request }: TurnOrder,
  tip: PromptLink,
  context: TurnContext,
  signal: AbortSignal,
): GenerateRequest {
  const trace = context.trace();
  const draft = predictionFor(tip, request.flint?.prediction);
  const format = request.text?.format;
  return {
    sampling: {
      ...(request.temperature == null ? {} : { temperature: request.temperature }),
      ...(request.top_p == null ? {} : { topP: request.top_p }),
      ...(request.flint?.seed === undefined ? {} : { seed: request.flint.seed }),
    },
    ...(request.flint?.stop === undefined ? {} : { stop: request.flint.stop }),
    signal,
    ...(trace === null ? {} : { trace }),
    ...(request.max_output_tokens == null ? {} : { maxTokens: request.max_output_tokens }),
    ...(draft === undefined ? {} : { draft }),
    ...(format === undefined || format.type === "text" ? {} : { format }),
  };
}
