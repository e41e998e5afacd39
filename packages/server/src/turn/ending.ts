import {
  events,
  type IncompleteReason,
  type LifecycleEvent,
  type ResponseObject,
  type Unnumbered,
} from "@flint/protocol";

/** What stops a turn before the engine has finished. */
export type StopReason = "steered" | "interrupted" | "cancelled";

/** How a turn ends, and why if that is not plain. */
export type Ending =
  | { readonly status: "completed" }
  | { readonly status: "incomplete" | "cancelled"; readonly reason: IncompleteReason }
  | { readonly status: "failed"; readonly cause: unknown };

export function endingOfStop(reason: StopReason): Ending {
  return { status: reason === "cancelled" ? "cancelled" : "incomplete", reason };
}

/** Whether others may continue a response that ended so. */
export function isContinuable({ status }: Ending): boolean {
  return status === "completed" || status === "incomplete";
}

/** The event that ends a response. There is none for a cancelled one: its `status` says so in an incomplete's. */
export function terminalEvent(response: ResponseObject): Unnumbered<LifecycleEvent> {
  if (response.status === "completed") return events.completed(response);
  return response.status === "failed" ? events.failed(response) : events.incomplete(response);
}
