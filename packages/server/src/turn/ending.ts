import {
  events,
  type IncompleteReason,
  type ResponseEvent,
  type ResponseObject,
  type Unnumbered,
} from "@flint/protocol";

/** What stops a turn before the engine has finished. */
export type StopReason = "steered" | "interrupted" | "cancelled";

/** How a turn ends, and why if that is not plain. */
export type Ending =
  | { readonly status: "completed" | "cancelled" }
  | { readonly status: "incomplete"; readonly reason: IncompleteReason }
  | { readonly status: "failed"; readonly cause: unknown };

export function endingOfStop(reason: StopReason): Ending {
  return reason === "cancelled" ? { status: "cancelled" } : { status: "incomplete", reason };
}

/** Whether others may continue a response that ended so. */
export function isContinuable({ status }: Ending): boolean {
  return status === "completed" || status === "incomplete";
}

/** The event that ends a response; a cancelled one has no reader left to tell. */
export function terminalEvent(response: ResponseObject): Unnumbered<ResponseEvent> | null {
  switch (response.status) {
    case "completed":
      return events.completed(response);
    case "incomplete":
      return events.incomplete(response);
    case "failed":
      return events.failed(response);
    default:
      return null;
  }
}
