import { ApiError } from "./api-error.ts";

/** The status in the table, whose texts would be a large part of a client that takes it from there. */
const STATUS = 502;

/** Creates the error of a client for a streamed message over its limit. */
export function messageTooLong(characters: number): ApiError {
  return new ApiError(
    STATUS,
    "sse_message_too_long",
    `a streamed message is longer than ${characters} characters: raise maxMessageLength`,
  );
}
