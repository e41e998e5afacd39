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

/** What a turn is to run, known once it is its time. */
export interface TurnOrder {
  readonly request: CreateRequest;
  readonly model: ModelInfo;
  readonly parent: ChainEntry | null;
  /** The parent stays with its own lane: its thread is forked, not moved on. */
  readonly fork: boolean;
  /** Store and prefill the input, generate nothing. */
  readonly warmUp: boolean;
  /** Steers that this response commits; their input goes before the request's. */
  readonly steers: readonly Steer[];
  /** The thread that the steered response before this one stood on. */
  readonly thread: ThreadLease | null;
}

/** How a response ended. */
export interface TurnEnd {
  readonly entry: ChainEntry;
  /** The conversation up to and with the input. */
  readonly input: PromptLink;
  readonly terminal: TurnEvent;
}

/** Where a turn runs. */
export interface TurnContext {
  readonly threads: ThreadPool;
  /** Whose the response is. */
  readonly owner: Owner;
  readonly lane: string | undefined;
  /** Milliseconds of silence before a keep-alive. */
  readonly keepAlive: number;
  /** Readers of SSE know no `keepalive` event. */
  readonly keepAliveEvent: "keepalive" | "response.in_progress";
  readonly pendingSteers: number;
  /** Tokens that the summary of a compaction may have. */
  readonly summaryTokens: number;
  /** What clients keep for the server is closed with it. */
  readonly seal: Seal;
  /** Fires when the connection is gone, and its own conversations with it; null where there is none to keep. */
  readonly connection: AbortSignal | null;
  /** Runs a warm-up's prefill beside the lane, or declines with null when enough of them run. */
  warmUp(prefill: () => Promise<void>): Promise<void> | null;
  /** Called when a warm-up's prompt has been read. */
  warmed(tokens: number): void;
  /** The trace that the response is part of; null where it is of none. */
  trace(): TraceContext | null;
  /** Called before the response's first event of its own. */
  begins(order: TurnOrder): void;
  send(event: TurnEvent): void;
  /**
   * Called before a response's terminal event goes out, which waits for it to settle. Resolves to the error that the
   * response ends with instead, where others have ended it so. Must not reject.
   */
  remember(end: TurnEnd): Promise<ResponseError | null> | undefined;
  /** Called after the last event. */
  ended(): void;
  /** Called where a prompt parted from what the engine held of the conversation. */
  cacheBroke(responseId: string, tip: PromptLink, broke: BrokenPrefix): void;
  /** What a response cost, in USD; null where its model has no price. */
  cost(model: string, usage: Usage | null): number | null;
  /** Called with each failure, for the log. */
  failed(responseId: string, cause: unknown): void;
  /** Called where the prompt of a warm-up could not be read ahead, for the log. */
  notWarmed(responseId: string, cause: unknown): void;
}

/** The conversation's link that an order adds. */
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
