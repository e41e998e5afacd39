import type { CreateFrame, InterruptFrame, ServerFrame, SteerFrame } from "@flint/protocol";
import type { FlintError } from "../error/index.ts";
import type { Resume } from "./resume.ts";

/** A `response.create` from a turn; the lane adds its own name. */
export type LaneRequest = Omit<CreateFrame, "type" | "stream_id">;

/** A turn's place on the connection, from its request to its last event. */
export interface Lane {
  /**
   * Sends a frame. Returns `sent`; `unsupported` if the transport has no such frames; or `not_open` before the request
   * was sent or the response was resumed, and after the lane was lost.
   */
  send(frame: SteerFrame | InterruptFrame): "sent" | "unsupported" | "not_open";
  /** Ends the turn. A running response is interrupted as soon as there is a connection. */
  release(): void;
}

/** The user of a lane. */
export interface LaneUser {
  /**
   * Returns the request, when it can be sent. `epoch` is the number of the connection, since a response that is not
   * stored can be continued only on its own connection; `null` if the transport keeps no responses.
   */
  request(epoch: number | null): LaneRequest;
  /** The response was resumed on the connection with this number. */
  resumed?(epoch: number | null): void;
  receive(frame: ServerFrame): void;
  /** The lane is gone: the connection was lost or given up, or the server was silent for too long. */
  lost(error: FlintError): void;
}

/** What a lane has to carry. */
export interface LaneOrder {
  readonly user: LaneUser;
  /** Null for a new request. */
  readonly resume: Resume | null;
  /** How often the request was already sent without any reply. */
  readonly repeats: number;
  /** The server did not accept the request on this connection: it waits again, for another one. */
  requeue(): void;
  /** The connection was lost after the turn had ended: the response may still be running and has to be stopped. */
  stopLater(resume: Resume): void;
}

/** Returns whether the frame ends a response or refuses a request. */
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

/** Returns the id of the response that a frame belongs to; null if it does not say. */
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
