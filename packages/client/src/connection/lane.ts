import type { CreateFrame, InterruptFrame, ServerFrame, SteerFrame } from "@flint/protocol";
import type { FlintError } from "../error/index.ts";
import type { Resume } from "./resume.ts";

/** A create as a turn makes it; the lane puts its name on it. */
export type LaneRequest = Omit<CreateFrame, "type" | "stream_id">;

/** One turn's place on the connection, from its request to its last event. */
export interface Lane {
  /**
   * `sent`; or why not: `unsupported` where the transport carries no such frame, `not_open` before the request
   * has gone out or the response is followed again, and after the lane was lost.
   */
  send(frame: SteerFrame | InterruptFrame): "sent" | "unsupported" | "not_open";
  /** The turn is over. A response that still runs is interrupted, as soon as there is a connection. */
  release(): void;
}

/** Who uses a lane. */
export interface LaneUser {
  /**
   * The request, asked for at the moment when it can be sent. `epoch` numbers the connection it is sent on,
   * because responses that are not stored can be continued on their own connection alone; it is `null` where
   * the transport keeps nothing.
   */
  request(epoch: number | null): LaneRequest;
  /** The response that was to be resumed is followed again, on the connection numbered so. */
  attached?(epoch: number | null): void;
  receive(frame: ServerFrame): void;
  /** The lane is gone: the connection was lost or given up, or the server was silent for too long. */
  lost(error: FlintError): void;
}

/** What a lane is to carry. */
export interface LaneOrder {
  readonly user: LaneUser;
  /** Null for a new request. */
  readonly resume: Resume | null;
  /** Times that the request was sent before, and nothing was heard of it. */
  readonly repeats: number;
  /** The server did not take it, and will on another connection: it goes back to those that wait. */
  requeue(): void;
  /** The connection was lost after the turn had ended, and the response may run on at the server. */
  stopLater(resume: Resume): void;
}

/** Whether the frame ends a response, or refuses a request. */
export function endsResponse(frame: ServerFrame): boolean {
  switch (frame.type) {
    case "response.completed":
    case "response.incomplete":
    case "response.failed":
    case "error":
      return true;
    default:
      return false;
  }
}

/** The response that a frame speaks of, where it says so. */
export function responseOf(frame: ServerFrame): string | null {
  switch (frame.type) {
    case "response.created":
    case "response.in_progress":
    case "response.completed":
    case "response.incomplete":
    case "response.failed":
      return frame.response.id;
    case "response.steer.accepted":
    case "response.steer.pending":
    case "response.steer.failed":
      return frame.steer.previous_response_id;
    case "response.interrupt.accepted":
    case "response.interrupt.failed":
    case "response.output_item.interrupted":
      return frame.response_id;
    default:
      return null;
  }
}
