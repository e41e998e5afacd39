import type { TurnEvent } from "../turn/index.ts";
import type { Hunk } from "./hunk.ts";

/** What an edit tells while it runs. `text` is code alone: fences and prose around it are taken off. */
export type EditEvent =
  | Extract<TurnEvent, { type: "text" | "restart" | "progress" | "timings" }>
  /** A change that has settled. It takes the place of one at the same line that came before: there is more to it. */
  | { readonly type: "hunk"; readonly hunk: Hunk };
