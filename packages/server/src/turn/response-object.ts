import type { CreateRequest, ResponseEcho, ResponseError, ResponseObject } from "@flint/protocol";

/** Creates the Response object of a request that has just begun. */
export function beginResponse(
  id: string,
  model: string,
  previous: string | null,
  echo: ResponseEcho,
): ResponseObject {
  return {
    id,
    object: "response",
    created_at: Math.floor(Date.now() / 1000),
    completed_at: null,
    status: "in_progress",
    model,
    output: [],
    usage: null,
    error: null,
    incomplete_details: null,
    previous_response_id: previous,
    ...echo,
  };
}

// Shared by all responses with these defaults: a connection keeps many responses.
const NO_TOOLS: ResponseEcho["tools"] = Object.freeze([]);
const NO_METADATA: ResponseEcho["metadata"] = Object.freeze({});
const PLAIN_TEXT: ResponseEcho["text"] = Object.freeze({
  format: Object.freeze({ type: "text" } as const),
  verbosity: "medium",
});

/**
 * Returns the effective settings: sampling is greedy unless the request asks otherwise, and nothing is ever truncated.
 */
export function echoOf(request: CreateRequest): ResponseEcho {
  return {
    instructions: request.instructions ?? null,
    tools: request.tools ?? NO_TOOLS,
    tool_choice: request.tool_choice ?? "auto",
    parallel_tool_calls: request.parallel_tool_calls ?? true,
    temperature: request.temperature ?? 0,
    top_p: request.top_p ?? 1,
    max_output_tokens: request.max_output_tokens ?? null,
    max_tool_calls: null,
    presence_penalty: 0,
    frequency_penalty: 0,
    top_logprobs: 0,
    store: request.store ?? true,
    background: false,
    service_tier: "default",
    truncation: "disabled",
    metadata: request.metadata ?? NO_METADATA,
    prompt_cache_key: request.prompt_cache_key ?? null,
    safety_identifier: request.safety_identifier ?? null,
    reasoning:
      request.reasoning == null
        ? null
        : { effort: request.reasoning.effort ?? null, summary: request.reasoning.summary ?? null },
    text:
      request.text == null
        ? PLAIN_TEXT
        : {
            format: request.text.format ?? PLAIN_TEXT.format,
            verbosity: request.text.verbosity ?? PLAIN_TEXT.verbosity,
          },
  };
}

/** The fields that change when a response ends. */
type ResponseEnd = Pick<
  ResponseObject,
  "status" | "completed_at" | "output" | "usage" | "error" | "incomplete_details" | "flint"
>;

/**
 * Returns the response at its end. Each field is named, because V8 gives each object made by spreading several others a
 * separate hidden class of a kilobyte or more, and a connection keeps its responses.
 */
export function endResponse(begun: ResponseObject, end: ResponseEnd): ResponseObject {
  return {
    id: begun.id,
    object: begun.object,
    created_at: begun.created_at,
    completed_at: end.completed_at,
    status: end.status,
    model: begun.model,
    output: end.output,
    usage: end.usage,
    error: end.error,
    incomplete_details: end.incomplete_details,
    previous_response_id: begun.previous_response_id,
    instructions: begun.instructions,
    tools: begun.tools,
    tool_choice: begun.tool_choice,
    parallel_tool_calls: begun.parallel_tool_calls,
    temperature: begun.temperature,
    top_p: begun.top_p,
    max_output_tokens: begun.max_output_tokens,
    max_tool_calls: begun.max_tool_calls,
    presence_penalty: begun.presence_penalty,
    frequency_penalty: begun.frequency_penalty,
    top_logprobs: begun.top_logprobs,
    store: begun.store,
    background: begun.background,
    service_tier: begun.service_tier,
    truncation: begun.truncation,
    metadata: begun.metadata,
    prompt_cache_key: begun.prompt_cache_key,
    safety_identifier: begun.safety_identifier,
    reasoning: begun.reasoning,
    text: begun.text,
    ...(end.flint && { flint: end.flint }),
  };
}

/** Returns the response as failed with this error instead of its own ending. */
export function asFailed(response: ResponseObject, error: ResponseError): ResponseObject {
  return { ...response, status: "failed", completed_at: null, error, incomplete_details: null };
}
