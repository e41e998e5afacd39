import type { OutputItem } from "./items.ts";
import type { ToolChoice } from "./request.ts";
import type { TextFormat, Tool } from "./tools.ts";

export type ResponseStatus = "queued" | "in_progress" | "completed" | "incomplete" | "failed" | "cancelled";

export interface Usage {
  input_tokens: number;
  input_tokens_details: { cached_tokens: number };
  output_tokens: number;
  output_tokens_details: { reasoning_tokens: number };
  total_tokens: number;
}

export type ResponseErrorCode =
  | "server_error"
  | "rate_limit_exceeded"
  | "context_length_exceeded"
  | "invalid_prompt"
  | "model_not_found";

export interface ResponseError {
  code: ResponseErrorCode;
  message: string;
}

export type IncompleteReason = "max_output_tokens" | "content_filter" | "steered" | "interrupted";

/** Where a response's time went. Milliseconds; tokens a second exclude the time to the first token. */
export interface Timings {
  queue_ms: number;
  prefill_ms: number;
  /** From the arrival of the request to the first burst; null when nothing was generated. */
  first_token_ms: number | null;
  total_ms: number;
  tokens_per_second: number | null;
  output_tokens: number;
  /** Prompt tokens, and those of them that the thread held already. */
  prompt_tokens: number;
  reused_tokens: number;
  /** Tokens proposed by speculation, and those that the model agreed with. */
  drafted: number;
  accepted: number;
  /** From the arrival of an interrupt or steer to the end of generation. */
  stop_ms?: number;
  /** For a response that a steer began: from the steer's arrival to this response's first burst. */
  steer_ms?: number;
}

/** The Response object, as `POST /v1/responses` answers and lifecycle events carry it. */
export interface ResponseObject {
  id: string;
  object: "response";
  created_at: number;
  completed_at: number | null;
  status: ResponseStatus;
  model: string;
  output: OutputItem[];
  usage: Usage | null;
  error: ResponseError | null;
  incomplete_details: { reason: IncompleteReason } | null;
  previous_response_id: string | null;
  instructions: string | null;
  tools: readonly Tool[];
  tool_choice: ToolChoice;
  parallel_tool_calls: boolean;
  temperature: number;
  top_p: number;
  max_output_tokens: number | null;
  max_tool_calls: number | null;
  presence_penalty: number;
  frequency_penalty: number;
  top_logprobs: number;
  store: boolean;
  background: boolean;
  service_tier: string;
  truncation: "auto" | "disabled";
  metadata: Record<string, string>;
  prompt_cache_key: string | null;
  safety_identifier: string | null;
  reasoning: { effort: string | null; summary: string | null } | null;
  text: { format: TextFormat; verbosity: "low" | "medium" | "high" };
  flint?: { timings?: Timings };
}
