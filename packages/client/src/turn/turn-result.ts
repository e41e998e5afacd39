import type { OutputItem, Usage } from "@flint/protocol";
import type { TurnTimings } from "./turn-timings.ts";

/**
 * - `completed`: the model ended its answer.
 * - `incomplete`: a token limit cut the answer off.
 * - `interrupted`: the caller interrupted the turn with `turn.interrupt()`.
 */
export type TurnStatus = "completed" | "incomplete" | "interrupted";

export interface TurnResult {
  /** The text of the messages, as far as it has arrived. */
  readonly text: string;
  /** The model's reason, in its own words, if it declined; otherwise null. */
  readonly refusal: string | null;
  /** The items of the last response, including tool calls; one that was cut off has the `status` `incomplete`. */
  readonly output: readonly OutputItem[];
  readonly status: TurnStatus;
  /** The id of the last response; `null` if the turn was interrupted before the server began one. */
  readonly responseId: string | null;
  readonly model: string | null;
  readonly usage: Usage | null;
  /** The probability that the model assigns to its whole last answer; `null` if the server does not report it. */
  readonly confidence: number | null;
  readonly timings: TurnTimings;
}

/** Returns the refusals in these items' messages; null if there are none. */
export function refusalOf(output: readonly OutputItem[]): string | null {
  const content = output.flatMap((item) => (item.type === "message" ? item.content : []));
  const refusals = content.flatMap((part) => (part.type === "refusal" ? [part.refusal] : []));
  return refusals.length === 0 ? null : refusals.join("\n");
}
