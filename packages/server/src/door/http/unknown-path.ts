import { type ApiError, apiError } from "@flint/protocol";

/** Unsupported parts of OpenAI's API, and what to use instead. */
const INSTEAD: readonly (readonly [path: RegExp, instead: string])[] = [
  [/^\/v1\/conversations(\/|$)/, "continue a response with `previous_response_id`"],
  [/^\/v1\/completions$/, "use /v1/responses or /v1/chat/completions"],
  [/^\/v1\/chat\/completions\/./, "completions are not stored: use /v1/responses"],
  [/^\/v1\/(files|uploads|vector_stores)(\/|$)/, "send the text itself as input"],
  [/^\/v1\/(assistants|threads)(\/|$)/, "use /v1/responses"],
];

const PATHS =
  "/v1/responses, /v1/responses/{id}, /v1/responses/{id}/cancel, /v1/responses/{id}/input_items, /v1/responses/input_tokens, /v1/responses/compact, /v1/chat/completions, /v1/models, /v1/models/{id}, /v1/usage, /healthz, /readyz, /metrics";

/** Returns the error for an unknown path: it names what to use instead, or all supported paths. */
export function unknownPath(path: string): ApiError {
  const instead = INSTEAD.find(([pattern]) => pattern.test(path))?.[1] ?? `there are ${PATHS}`;
  return apiError("not_found", `there is no ${path} here: ${instead}`);
}
