import type { OutputItem, Usage } from "@flint/protocol";
import type { TurnTimings } from "./turn-timings.ts";

/**
 * - `completed`: the model ended its answer.
 * - `incomplete`: a token limit cut it off.
 * - `interrupted`: the caller did, by `turn.interrupt()`.
 */
export type TurnStatus = "completed" | "incomplete" | "interrupted";

export interface TurnResult {
  /** The messages' text, as far as it came. */
  readonly text: string;
  /** Why the model does not do what it was asked to, in its own words; null where it does. */
  readonly refusal: string | null;
  /** The items of the last response, tool calls included; one that was cut off has the `status` `incomplete`. */
  readonly output: readonly OutputItem[];
  readonly status: TurnStatus;
  /** The last response; `null` if the turn was interrupted before the server had begun one. */
  readonly responseId: string | null;
  readonly model: string | null;
  readonly usage: Usage | null;
  /** The probability that the model gives to the whole of its last answer; `null` where the server does not tell. */
  readonly confidence: number | null;
  readonly timings: TurnTimings;
}

/** What the messages among these items decline with. */
export function refusalOf(output: readonly OutputItem[]): string | null {
  const content = output.flatMap((item) => (item.type === "message" ? item.content : []));
  const refusals = content.flatMap((part) => (part.type === "refusal" ? [part.refusal] : []));
  return refusals.length === 0 ? null : refusals.join("\n");
}
