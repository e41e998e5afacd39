import { type Static, Type } from "typebox";
import { type Compaction, type InputMessage, type MessageContent, OutputItem } from "./items.ts";
import { Nullable } from "./nullable.ts";
import { ReasoningEffort, ReasoningSummary, ToolChoice } from "./request.ts";
import { TextFormat, Tool } from "./tools.ts";

const Count = Type.Integer({ minimum: 0 });
const Milliseconds = Type.Number({ minimum: 0 });

export const ResponseStatus = Type.Enum([
  "queued",
  "in_progress",
  "completed",
  "incomplete",
  "failed",
  "cancelled",
]);
export type ResponseStatus = Static<typeof ResponseStatus>;

export const Usage = Type.Object({
  input_tokens: Count,
  /** Prompt tokens read from the cache, and those evaluated now and added to it. */
  input_tokens_details: Type.Object({ cached_tokens: Count, cache_write_tokens: Count }),
  output_tokens: Count,
  output_tokens_details: Type.Object({ reasoning_tokens: Count }),
  total_tokens: Count,
});
export type Usage = Static<typeof Usage>;

export const ResponseErrorCode = Type.Enum([
  "server_error",
  "rate_limit_exceeded",
  "context_length_exceeded",
  "invalid_prompt",
  "model_not_found",
]);
export type ResponseErrorCode = Static<typeof ResponseErrorCode>;

export const ResponseError = Type.Object({
  code: ResponseErrorCode,
  message: Type.String(),
  /** HTTP headers of the error, such as `retry-after`, if there are any. */
  headers: Type.Optional(Type.Record(Type.String(), Type.String())),
});
export type ResponseError = Static<typeof ResponseError>;

/** `cancelled`: clients that do not know the status `cancelled` would take a response without a reason for complete. */
export const IncompleteReason = Type.Enum([
  "max_output_tokens",
  "content_filter",
  "steered",
  "interrupted",
  "cancelled",
]);
export type IncompleteReason = Static<typeof IncompleteReason>;

/** Where and why a prompt diverged from the engine's cached sequence of the conversation. */
export const CacheBreak = Type.Object({
  /** Number of tokens in common. */
  at_token: Count,
  /** 0-based index of the conversation's item that caused it; null if none did. */
  item: Nullable(Count),
  /** The field of the item or request; `template` for text of the chat template. Null for `evicted`. */
  field: Nullable(Type.String()),
  /**
   * `changed`: a text differs. `added`, `left_out`: a text was inserted or removed before known ones. `rewritten`: an
   * answer was sent back with other text than the model's. `evicted`: the cached sequence was dropped to make room.
   */
  reason: Type.Enum(["changed", "added", "left_out", "rewritten", "evicted"]),
});
export type CacheBreak = Static<typeof CacheBreak>;

/** A response's timings, in milliseconds. Tokens per second exclude the time to the first token. */
export const Timings = Type.Object({
  /** From the arrival of the request to the start of its prefill: waiting for the lane, the thread and the model. */
  queue_ms: Milliseconds,
  /** The part of queue and prefill spent loading the model; absent if it was in memory. */
  load_ms: Type.Optional(Milliseconds),
  prefill_ms: Milliseconds,
  /** From the arrival of the request to the first burst; null if nothing was generated. */
  first_token_ms: Nullable(Milliseconds),
  total_ms: Milliseconds,
  /** From the end of the prefill to the last burst; null if nothing was generated. */
  tokens_per_second: Nullable(Type.Number({ minimum: 0 })),
  output_tokens: Count,
  /** Prompt tokens, and how many of them the thread already had. */
  prompt_tokens: Count,
  reused_tokens: Count,
  /** How much of the engine's cached sequence was reused, and where it diverged; absent if no prompt was read. */
  cache: Type.Optional(Type.Object({ reused: Count, broke: Nullable(CacheBreak) })),
  /**
   * How an upstream server continued from an interrupted answer: `prefill`, as the start of this answer; `conversation`,
   * as a finished message.
   */
  continuation: Type.Optional(Type.Enum(["prefill", "conversation"])),
  /**
   * How the upstream server was asked: over which transport, and with the whole conversation or only its new part. Absent
   * without an upstream server.
   */
  upstream: Type.Optional(
    Type.Object({
      transport: Type.Enum(["http", "websocket"]),
      input: Type.Enum(["whole", "new"]),
    }),
  ),
  /** Draft tokens, and how many of them the model accepted. */
  drafted: Count,
  accepted: Count,
  /** Cost in US dollars; absent if the server has no price for the model. */
  cost_usd: Type.Optional(Type.Number({ minimum: 0 })),
  /** From the arrival of an interrupt, cancel or steer to the end of generation. */
  stop_ms: Type.Optional(Milliseconds),
  /** For a response started by a steer: from the steer's arrival to this response's first burst. */
  steer_ms: Type.Optional(Milliseconds),
});
export type Timings = Static<typeof Timings>;

/** The result of `POST /v1/responses/compact`. Its `output` becomes the next request's `input`. */
export interface CompactedResponse {
  id: string;
  object: "response.compaction";
  created_at: number;
  output: (KeptMessage | Compaction)[];
  usage: Usage;
}

/** A message kept from the compacted conversation. */
export interface KeptMessage {
  type: "message";
  id: string;
  status: "completed";
  role: InputMessage["role"];
  content: MessageContent[];
}

/** The Response object of `POST /v1/responses` and of lifecycle events. */
export const ResponseObject = Type.Object({
  id: Type.String({ minLength: 1 }),
  object: Type.Literal("response"),
  /** Unix time in whole seconds, like `completed_at`. */
  created_at: Count,
  completed_at: Nullable(Count),
  status: ResponseStatus,
  model: Type.String(),
  output: Type.Array(OutputItem),
  usage: Nullable(Usage),
  error: Nullable(ResponseError),
  incomplete_details: Nullable(Type.Object({ reason: IncompleteReason })),
  previous_response_id: Nullable(Type.String()),
  instructions: Nullable(Type.String()),
  tools: Type.Unsafe<readonly Tool[]>(Type.Array(Tool)),
  tool_choice: ToolChoice,
  parallel_tool_calls: Type.Boolean(),
  temperature: Type.Number(),
  top_p: Type.Number(),
  max_output_tokens: Nullable(Count),
  max_tool_calls: Nullable(Count),
  presence_penalty: Type.Number(),
  frequency_penalty: Type.Number(),
  top_logprobs: Count,
  store: Type.Boolean(),
  background: Type.Boolean(),
  service_tier: Type.String(),
  truncation: Type.Enum(["auto", "disabled"]),
  metadata: Type.Record(Type.String(), Type.String()),
  prompt_cache_key: Nullable(Type.String()),
  safety_identifier: Nullable(Type.String()),
  reasoning: Nullable(
    Type.Object({ effort: Nullable(ReasoningEffort), summary: Nullable(ReasoningSummary) }),
  ),
  text: Type.Object({ format: TextFormat, verbosity: Type.Enum(["low", "medium", "high"]) }),
  flint: Type.Optional(
    Type.Object({
      timings: Type.Optional(Timings),
      /**
       * The probability that the model assigns to its whole answer, for models whose prompts have one right answer. Absent if
       * unknown.
       */
      confidence: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
    }),
  ),
});
export type ResponseObject = Static<typeof ResponseObject>;
