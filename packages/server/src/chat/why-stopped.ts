import { type ApiError, apiError, type ResponseObject } from "@flint/protocol";

/**
 * Returns an error if the response was stopped early; null otherwise. Chat Completions have no finish reason for that,
 * and with any of theirs a partial answer would look complete.
 */
export function whyStopped({ incomplete_details }: ResponseObject): ApiError | null {
  const how = incomplete_details?.reason;
  if (how !== "cancelled" && how !== "interrupted" && how !== "steered") return null;
  return apiError("response_cancelled", `the answer was ${how} before its end: send the request again`);
}
