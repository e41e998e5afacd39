import {
  events,
  type IncompleteReason,
  type LifecycleEvent,
  type ResponseObject,
  type Unnumbered,
} from "@flint/protocol";

/** Why a turn was stopped before the engine finished. */
export type StopReason = "steered" | "interrupted" | "cancelled";

/** How a turn ends, with the reason if it is not obvious. */
export type Ending =
  | { readonly status: "completed" }
  | { readonly status: "incomplete" | "cancelled"; readonly reason: IncompleteReason }
  | { readonly status: "failed"; readonly cause: unknown };

export function endingOfStop(reason: StopReason): Ending {
  return { status: reason === "cancelled" ? "cancelled" : "incomplete", reason };
}

/** Whether a response with this ending can be continued. */
export function isContinuable({ status }: Ending): boolean {
  return status === "completed" || status === "incomplete";
}

/**
 * Returns a response's terminal event. A cancelled one has no event type: it ends with `response.incomplete` and
 * `status: "cancelled"`.
 */
export function terminalEvent(response: ResponseObject): Unnumbered<LifecycleEvent> {
  if (response.status === "completed") return events.completed(response);
  return response.status === "failed" ? events.failed(response) : events.incomplete(response);
}
