import type { TurnEvent } from "../turn/index.ts";
import type { Hunk } from "./hunk.ts";

/** An event of a running edit. `text` contains only code, without fences or surrounding prose. */
export type EditEvent =
  | Extract<TurnEvent, { type: "text" | "restart" | "progress" | "timings" }>
  /** A settled change. It replaces an earlier one at the same line. */
  | { readonly type: "hunk"; readonly hunk: Hunk };
