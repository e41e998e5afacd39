import type { Hunk, Selection, Verification } from "../edit/index.ts";
import type { TurnStatus, TurnTimings } from "../turn/index.ts";

/**
 * An event of an interactive session. Applied in order, the events produce the session's state: clients use this to
 * show a session, to restore it after a crash, and to replay it.
 *
 * `edit` and `steer` are ids within the session. Lines count from 1.
 */
export type SessionEvent =
  /** The file search: the matches for the text typed so far, and the index that Enter would choose. */
  | {
      readonly type: "picking";
      readonly matches: readonly string[];
      readonly total: number;
      readonly chosen: number;
    }
  /** A file was opened or read again. `code` is what is on disk. */
  | {
      readonly type: "opened";
      readonly path: string;
      readonly code: string;
      readonly language: string | null;
    }
  /** The input line's text has changed. */
  | { readonly type: "typed"; readonly text: string }
  /** The cursor moved to `line`; the lines from `anchor` to it are selected, or none if it is null. */
  | { readonly type: "pointed"; readonly line: number; readonly anchor: number | null }
  /**
   * An edit starts. `from`: its input is the proposal of that edit, not the file's code. `beside`: it is another answer
   * to the same instruction as that edit, shown next to it.
   */
  | {
      readonly type: "asked";
      readonly edit: string;
      readonly instruction: string;
      readonly selection: Selection | null;
      readonly from: string | null;
      readonly beside: string | null;
    }
  | { readonly type: "text"; readonly edit: string; readonly text: string }
  /** The answer contains only the changes: its text is their new lines, and `hunk` says where they go. */
  | { readonly type: "anchored"; readonly edit: string }
  | { readonly type: "hunk"; readonly edit: string; readonly hunk: Hunk }
  /** The answer restarts. `repeated`: it was the same as an earlier one, and the user wanted a different one. */
  | {
      readonly type: "restart";
      readonly edit: string;
      readonly reason: "steered" | "reconnected" | "prose" | "repair" | "repeated";
    }
  | {
      readonly type: "progress";
      readonly edit: string;
      readonly prefill?: { readonly done: number; readonly total: number };
      readonly loading?: { readonly model: string; readonly part: number };
    }
  /** The user typed another instruction while an edit runs: for that edit (`now`), or for after its end (`after`). */
  | {
      readonly type: "steered";
      readonly edit: string;
      readonly steer: string;
      readonly text: string;
      readonly when: "now" | "after";
    }
  | {
      readonly type: "steer";
      readonly steer: string;
      readonly state: "accepted" | "applied" | "failed";
      /** Time from sending the steer to this state. */
      readonly milliseconds?: number;
      readonly message?: string;
    }
  | { readonly type: "interrupting"; readonly edit: string }
  /** An edit ended; `hunks` turn the file's code, as it was when the edit began, into the proposal. */
  | {
      readonly type: "ended";
      readonly edit: string;
      readonly status: TurnStatus;
      readonly hunks: readonly Hunk[];
      readonly timings: TurnTimings;
      readonly verification: Verification;
      /** The model's words, if it declined to make the edit. */
      readonly declined: string | null;
      readonly model: string | null;
      readonly contextLength: number | null;
    }
  | { readonly type: "failed"; readonly edit: string; readonly code: string; readonly message: string }
  /** The user selected this hunk. If it is taller than the screen, `offset` rows are scrolled away. */
  | { readonly type: "chosen"; readonly edit: string; readonly hunk: number; readonly offset?: number }
  /** Hunks (by index) are about to be written to the file; `written` or `unwritten` follows. */
  | { readonly type: "accepted"; readonly edit: string; readonly hunks: readonly number[] }
  | { readonly type: "rejected"; readonly edit: string; readonly hunks: readonly number[] }
  /** Rejected hunks are open again. */
  | { readonly type: "reopened"; readonly edit: string; readonly hunks: readonly number[] }
  | { readonly type: "undone" }
  | { readonly type: "redone" }
  | { readonly type: "written" }
  | { readonly type: "unwritten"; readonly message: string }
  | {
      readonly type: "connection";
      readonly status: "connecting" | "open" | "reconnecting" | "failed" | "closed";
      readonly message?: string;
    }
  /** A message for the user. */
  | { readonly type: "note"; readonly text: string }
  /** The file's code is shown, without an edit. */
  | { readonly type: "file" }
  /** The user left the session. Further events belong to a later run of the program. */
  | { readonly type: "quit" };

/** An event and its time, in milliseconds since the recording began. */
export type TimedEvent = SessionEvent & { readonly t: number };
