import { errorFrame, type LifecycleEvent } from "@flint/protocol";
import { apiErrorOf } from "../../errors/index.ts";

/** An event that is encoded, as a message of a stream. */
export function sseOf({ type, text }: { readonly type: string; readonly text: string }): string {
  const message = `event: ${type}\ndata: ${text}\n\n`;
  return type === "response.failed" ? message + errorAfter(text) : message;
}

/**
 * The same failure as the API's `error` event: many clients heed only that, and show half an answer, or none, as a whole
 * one. It comes last, so that a client which ends its reading with the response misses nothing.
 */
function errorAfter(failed: string): string {
  const { response, sequence_number } = JSON.parse(failed) as LifecycleEvent & { sequence_number: number };
  if (response.error === null) return "";
  const frame = { ...errorFrame(apiErrorOf(response.error)), sequence_number: sequence_number + 1 };
  return `event: error\ndata: ${JSON.stringify(frame)}\n\n`;
}
