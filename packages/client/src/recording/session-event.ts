import type { Hunk, Selection, Verification } from "../edit/index.ts";
import type { TurnStatus, TurnTimings } from "../turn/index.ts";

/**
 * What happens in an interactive session, in the order in which it happens. Whoever applies the events one after
 * another has the session's state: that is how a client shows it, takes it up again after a crash, and replays it.
 *
 * `edit` and `steer` are ids of the session's own. Lines count from 1.
 */
export type SessionEvent =
  /** Files are searched: what was found for the text typed so far, and which of it Enter would take. */
  | {
      readonly type: "picking";
      readonly matches: readonly string[];
      readonly total: number;
      readonly chosen: number;
    }
  /** A file is open, or was read anew. `code` is what is on disk. */
  | {
      readonly type: "opened";
      readonly path: string;
      readonly code: string;
      readonly language: string | null;
    }
  /** The text in the input line is now this. */
  | { readonly type: "typed"; readonly text: string }
  /** The cursor is on `line`; the lines from `anchor` to it are selected, none where it is null. */
  | { readonly type: "pointed"; readonly line: number; readonly anchor: number | null }
  /**
   * An edit begins. `from`: its input is not the file's code but what that edit proposes. `beside`: it is another
   * answer to the same question as that edit, shown beside it.
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
  /** The answer holds the changes alone: its text is their new lines, and `hunk` says where they go. */
  | { readonly type: "anchored"; readonly edit: string }
  | { readonly type: "hunk"; readonly edit: string; readonly hunk: Hunk }
  /** Its answer begins anew; `repeated`: it was one that is there already, and another one was wanted. */
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
  /** A further instruction while an edit runs: for it (`now`), or for when it is over (`after`). */
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
      /** From the sending of the steer to this state. */
      readonly milliseconds?: number;
      readonly message?: string;
    }
  | { readonly type: "interrupting"; readonly edit: string }
  /** An edit is over; `hunks` turn the file's code, as it was when the edit began, into what is proposed. */
  | {
      readonly type: "ended";
      readonly edit: string;
      readonly status: TurnStatus;
      readonly hunks: readonly Hunk[];
      readonly timings: TurnTimings;
      readonly verification: Verification;
      /** What the model said instead of an edit, where it would not make one. */
      readonly declined: string | null;
      readonly model: string | null;
      readonly contextLength: number | null;
    }
  | { readonly type: "failed"; readonly edit: string; readonly code: string; readonly message: string }
  /** The person looks at this hunk of this edit; of one taller than the screen, at what comes after `offset` rows. */
  | { readonly type: "chosen"; readonly edit: string; readonly hunk: number; readonly offset?: number }
  /** Hunks, by their index, are about to go into the file; `written` or `unwritten` follows. */
  | { readonly type: "accepted"; readonly edit: string; readonly hunks: readonly number[] }
  | { readonly type: "rejected"; readonly edit: string; readonly hunks: readonly number[] }
  /** Rejected hunks wait for a decision again. */
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
  /** Something that the person is told. */
  | { readonly type: "note"; readonly text: string }
  /** The file's code is shown, without an edit. */
  | { readonly type: "file" }
  /** The person has left the session. What comes after is another sitting. */
  | { readonly type: "quit" };

/** An event and when it happened, in milliseconds since the recording began. */
export type TimedEvent = SessionEvent & { readonly t: number };
