import type { FlintError } from "../error/index.ts";

/** Where a session's connection stands. */
export type ConnectionState =
  | { readonly status: "connecting" }
  | { readonly status: "open"; readonly transport: "websocket" | "http" }
  /** Lost, and being restored by itself: try number `attempt` begins in `delay` milliseconds. */
  | {
      readonly status: "reconnecting";
      readonly attempt: number;
      readonly delay: number;
      readonly error: FlintError;
    }
  /** Given up for now; the next turn tries again. */
  | { readonly status: "failed"; readonly error: FlintError }
  | { readonly status: "closed" };
