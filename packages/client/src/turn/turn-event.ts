import type { OutputItem } from "@flint/protocol";
import type { TurnTimings } from "./turn-timings.ts";

/** What a turn tells while it runs. */
export type TurnEvent =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "reasoning"; readonly text: string }
  /**
   * An output item has ended: a message, reasoning, or a tool call, which the caller is to run unless its `status` is
   * `incomplete`.
   */
  | { readonly type: "item"; readonly item: OutputItem }
  /** The answer begins anew; what came before is void. `prose`: it was no code, as the fence after it shows. `repair`: it did not pass a check. */
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
  /** Once, at the end. */
  | { readonly type: "timings"; readonly timings: TurnTimings };

/** Text that follows text is one text; of two progress reports the later one counts. */
export function joinTurnEvents(first: TurnEvent, second: TurnEvent): TurnEvent | null {
  if (first.type === "text" && second.type === "text")
    return { type: "text", text: first.text + second.text };
  if (first.type === "reasoning" && second.type === "reasoning") {
    return { type: "reasoning", text: first.text + second.text };
  }
  return first.type === "progress" && second.type === "progress" ? second : null;
}
