import { errorFrame, type LifecycleEvent } from "@flint/protocol";
import { apiErrorOf } from "../../errors/index.ts";

/** Formats an encoded event as a server-sent event. */
export function sseOf({ type, text }: { readonly type: string; readonly text: string }): string {
  const message = `event: ${type}\ndata: ${text}\n\n`;
  return type === "response.failed" ? message + errorAfter(text) : message;
}

/**
 * Returns the failure as the API's `error` event too: many clients ignore `response.failed` and would present half an
 * answer as complete. It comes last, and clients that stop at the end of the response miss nothing.
 */
function errorAfter(failed: string): string {
  const { response, sequence_number } = JSON.parse(failed) as LifecycleEvent & { sequence_number: number };
  if (response.error === null) return "";
  const frame = { ...errorFrame(apiErrorOf(response.error)), sequence_number: sequence_number + 1 };
  return `event: error\ndata: ${JSON.stringify(frame)}\n\n`;
}
