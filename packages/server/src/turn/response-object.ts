import type { CreateRequest, ResponseEcho, ResponseError, ResponseObject } from "@flint/protocol";

/** The Response object of a request that has just begun. */
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

/** The settings that are in force: sampling is greedy unless the request asks otherwise, and nothing is ever truncated. */
export function echoOf(request: CreateRequest): ResponseEcho {
  return {
    instructions: request.instructions ?? null,
    tools: request.tools ?? [],
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
    metadata: request.metadata ?? {},
    prompt_cache_key: request.prompt_cache_key ?? null,
    safety_identifier: request.safety_identifier ?? null,
    reasoning:
      request.reasoning == null
        ? null
        : { effort: request.reasoning.effort ?? null, summary: request.reasoning.summary ?? null },
    text: {
      format: request.text?.format ?? { type: "text" },
      verbosity: request.text?.verbosity ?? "medium",
    },
  };
}

/** The response as it is where it ends with an error instead. */
export function failedInstead(response: ResponseObject, error: ResponseError): ResponseObject {
  return { ...response, status: "failed", completed_at: null, error, incomplete_details: null };
}
