import { events, type ResponseEvent, type ResponseObject } from "@flint/protocol";
import type { LoggedEvent } from "../event-log.ts";

const LOST = {
  code: "server_error",
  message: "the server that ran the response has stopped: send the request again",
} as const;

export interface LostResponse {
  readonly response: ResponseObject;
  readonly terminal: ResponseEvent;
}

/**
 * Rebuilds a response whose server died from its logged events: failed, with the items that were completed. Returns
 * null if it had not started.
 */
export function rebuildLostResponse(left: readonly LoggedEvent[]): LostResponse | null {
  let begun: ResponseObject | null = null;
  const output: ResponseObject["output"][number][] = [];
  for (const { text, type } of left) {
    if (begun === null && (type === "response.created" || type === "response.in_progress")) {
      begun = JSON.parse(text).response;
    } else if (type === "response.output_item.done") {
      output.push(JSON.parse(text).item);
    }
  }
  const last = left.at(-1);
  if (begun === null || last === undefined) return null;
  const response: ResponseObject = { ...begun, status: "failed", output, error: LOST };
  return { response, terminal: { ...events.failed(response), sequence_number: last.number + 1 } };
}
