import type { FlintError } from "../error/index.ts";

/** The state of a session's connection. */
export type ConnectionState =
  | { readonly status: "connecting" }
  | { readonly status: "open"; readonly transport: "websocket" | "http" }
  /** Lost and being restored: attempt number `attempt` starts in `delay` milliseconds. */
  | {
      readonly status: "reconnecting";
      readonly attempt: number;
      readonly delay: number;
      readonly error: FlintError;
    }
  /** Reconnecting was given up; the next turn tries again. */
  | { readonly status: "failed"; readonly error: FlintError }
  | { readonly status: "closed" };
