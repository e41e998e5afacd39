import type { EditState, SessionState, Steer } from "@flint/client";
import { duration } from "../../measure/index.ts";

/** Renders the states of the latest steers, one line each. */
export function steerLines(
  { steers }: EditState,
  { status }: SessionState["connection"],
  most: number,
): string[] {
  return steers
    .slice(Math.max(steers.length - most, 0))
    .map((steer) => `↳ ${steer.text.replace(/\s+/g, " ")}: ${stateOf(steer, status === "open")}`);
}

function stateOf({ state, when, acceptedMs, appliedMs, message }: Steer, isConnected: boolean): string {
  const accepted = acceptedMs === null ? "" : `accepted in ${duration(acceptedMs)}`;
  switch (state) {
    case "sent":
      return isConnected ? "sent" : "waits for the connection";
    case "waiting":
      return "after this one";
    case "accepted":
      return `${accepted}, not applied yet`;
    case "applied":
      return when === "after"
        ? "begun"
        : [accepted, appliedMs === null ? "applied" : `applied in ${duration(appliedMs)}`]
            .filter((part) => part !== "")
            .join(", ");
    case "failed":
      return `failed: ${message ?? "the server gave no reason"}`;
  }
}
