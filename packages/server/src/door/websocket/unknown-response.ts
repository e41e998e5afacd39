import { type ApiError, apiError } from "@flint/protocol";

/** Why a response is neither steered nor interrupted. */
export function unknownResponse(id: string): ApiError {
  return apiError("response_not_found", `there is no response \`${id}\` on this connection`);
}

/** Why it is not steered. */
export function runsElsewhere(id: string): ApiError {
  const message = `response \`${id}\` runs on another server: interrupt it, or send the input once it has ended`;
  return apiError("steering_not_supported", message);
}
