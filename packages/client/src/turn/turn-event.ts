import type { OutputItem } from "@flint/protocol";
import type { TurnTimings } from "./turn-timings.ts";

/** An event of a running turn. */
export type TurnEvent =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "reasoning"; readonly text: string }
  /**
   * An output item has ended: a message, reasoning, or a tool call. The caller runs a call unless its `status` is
   * `incomplete`.
   */
  | { readonly type: "item"; readonly item: OutputItem }
  /**
   * The answer restarts; discard what came before. `prose`: it was not code, as a fence after it shows. `repair`: it
   * failed a check.
   */
  | { readonly type: "restart"; readonly reason: "steered" | "reconnected" | "prose" | "repair" }
  /**
   * Sent while the turn waits in a queue, its model is loaded or its prompt is read. `prefill` counts tokens; `part` of
   * the model is loaded, from 0 to 1.
   */
  | {
      readonly type: "progress";
      readonly prefill?: { readonly done: number; readonly total: number };
      readonly loading?: { readonly model: string; readonly part: number };
    }
  /** Sent once, at the end. */
  | { readonly type: "timings"; readonly timings: TurnTimings };

/** Joins consecutive texts into one; of two progress reports, keeps the later one. */
export function joinTurnEvents(first: TurnEvent, second: TurnEvent): TurnEvent | null {
  if (first.type === "text" && second.type === "text")
    return { type: "text", text: first.text + second.text };
  if (first.type === "reasoning" && second.type === "reasoning") {
    return { type: "reasoning", text: first.text + second.text };
  }
  return first.type === "progress" && second.type === "progress" ? second : null;
}
