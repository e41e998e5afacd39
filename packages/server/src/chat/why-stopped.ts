import { type ApiError, apiError, type ResponseObject } from "@flint/protocol";

/**
 * Why a response that is over is no answer as a chat completion: it was stopped on its way. Chat Completions have no
 * finish reason for that, and with any of theirs a part would pass for the whole. Null where it was not.
 */
export function whyStopped({ incomplete_details }: ResponseObject): ApiError | null {
  const how = incomplete_details?.reason;
  if (how !== "cancelled" && how !== "interrupted" && how !== "steered") return null;
  return apiError("response_cancelled", `the answer was ${how} before its end: send the request again`);
}
