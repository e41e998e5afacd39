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
  /** Of the prompt, the tokens that had been evaluated before, and those that were evaluated now and are kept. */
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
  /** Those that a refusal has, such as `retry-after`, where something is known. */
  headers: Type.Optional(Type.Record(Type.String(), Type.String())),
});
export type ResponseError = Static<typeof ResponseError>;

/** `cancelled` is that of a cancelled response: clients that know no such status take one without a reason for whole. */
export const IncompleteReason = Type.Enum([
  "max_output_tokens",
  "content_filter",
  "steered",
  "interrupted",
  "cancelled",
]);
export type IncompleteReason = Static<typeof IncompleteReason>;

/** Where and why a prompt parted from what the engine held of its conversation. */
export const CacheBreak = Type.Object({
  /** Tokens that both have in common. */
  at_token: Count,
  /** Ordinal of the conversation's item that is to blame, from 0; null where none is. */
  item: Nullable(Count),
  /** The item's field, or the request's; `template` for the chat template's own words. Null for `evicted`. */
  field: Nullable(Type.String()),
  /**
   * `changed`: a text is another one. `added`, `left_out`: a text has come or gone ahead of known ones. `rewritten`: an
   * answer comes back in other words than the model's. `evicted`: the state had to make room for others.
   */
  reason: Type.Enum(["changed", "added", "left_out", "rewritten", "evicted"]),
});
export type CacheBreak = Static<typeof CacheBreak>;

/** Where a response's time went. Milliseconds; tokens a second exclude the time to the first token. */
export const Timings = Type.Object({
  /** From the arrival of the request to the begin of its prefill: the lane, the thread, the model. */
  queue_ms: Milliseconds,
  /** Of that and of the prefill, the wait for the model to be loaded; absent where it was in memory. */
  load_ms: Type.Optional(Milliseconds),
  prefill_ms: Milliseconds,
  /** From the arrival of the request to the first burst; null when nothing was generated. */
  first_token_ms: Nullable(Milliseconds),
  total_ms: Milliseconds,
  /** From the end of the prefill to the last burst; null when nothing was generated. */
  tokens_per_second: Nullable(Type.Number({ minimum: 0 })),
  output_tokens: Count,
  /** Prompt tokens, and those of them that the thread held already. */
  prompt_tokens: Count,
  reused_tokens: Count,
  /** Whether all that the engine held of the conversation was of use; absent where no prompt was read. */
  cache: Type.Optional(Type.Object({ reused: Count, broke: Nullable(CacheBreak) })),
  /**
   * Where the answer before was cut short and a server behind this one goes on from it: `prefill`, as the beginning of
   * this answer; `conversation`, as a message that is over.
   */
  continuation: Type.Optional(Type.Enum(["prefill", "conversation"])),
  /**
   * How a server behind this one was asked: over what, and with the whole conversation or, where it knew the rest already,
   * with what was new. Absent where no server was.
   */
  upstream: Type.Optional(
    Type.Object({
      transport: Type.Enum(["http", "websocket"]),
      input: Type.Enum(["whole", "new"]),
    }),
  ),
  /** Tokens proposed by speculation, and those that the model agreed with. */
  drafted: Count,
  accepted: Count,
  /** What it cost, in USD; absent where the server has no price for the model. */
  cost_usd: Type.Optional(Type.Number({ minimum: 0 })),
  /** From the arrival of an interrupt, cancel or steer to the end of generation. */
  stop_ms: Type.Optional(Milliseconds),
  /** For a response that a steer began: from the steer's arrival to this response's first burst. */
  steer_ms: Type.Optional(Milliseconds),
});
export type Timings = Static<typeof Timings>;

/** What `POST /v1/responses/compact` answers: its `output` is the next request's `input`. */
export interface CompactedResponse {
  id: string;
  object: "response.compaction";
  created_at: number;
  output: (KeptMessage | Compaction)[];
  usage: Usage;
}

/** A message of the conversation that was compacted, as a response lists it. */
export interface KeptMessage {
  type: "message";
  id: string;
  status: "completed";
  role: InputMessage["role"];
  content: MessageContent[];
}

/** The Response object, as `POST /v1/responses` answers and lifecycle events carry it. */
export const ResponseObject = Type.Object({
  id: Type.String({ minLength: 1 }),
  object: Type.Literal("response"),
  /** Whole Unix seconds, as is `completed_at`. */
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
       * The probability that the model gives to its whole answer, of models whose prompts leave one right answer.
       * Absent where it is not known.
       */
      confidence: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
    }),
  ),
});
export type ResponseObject = Static<typeof ResponseObject>;
