import {
  type ApiError,
  apiError,
  events,
  type InputItem,
  type ResponseEvent,
  type ResponseStatus,
  type Unnumbered,
} from "@flint/protocol";
import type { SentSteer } from "./steers.ts";
import { TurnEvent } from "./turn-event.ts";

export interface EndedTurnOptions {
  readonly id: string;
  readonly lane: string | undefined;
  readonly status: ResponseStatus;
  /** Sequence number of its next event. */
  readonly sequence: number;
  send(event: TurnEvent, lane: string | undefined): void;
}

/**
 * What a connection keeps of a turn that has ended, to refuse late steers and interrupts. It is small, because a
 * session between turns has many.
 */
export class EndedTurn {
  readonly #id: string;
  readonly #lane: string | undefined;
  readonly #status: ResponseStatus;
  readonly #send: EndedTurnOptions["send"];
  #sequence: number;

  constructor({ id, lane, status, sequence, send }: EndedTurnOptions) {
    this.#id = id;
    this.#lane = lane;
    this.#status = status;
    this.#sequence = sequence;
    this.#send = send;
  }

  steer({ input, requestId }: Pick<SentSteer, "input" | "requestId">): void {
    this.refuse(input, lateSteer(this.#status), requestId);
  }

  /** Tells the client why a steer is refused. */
  refuse(input: readonly InputItem[], error: ApiError, requestId?: string): void {
    this.#emit(events.steerFailed({ previous_response_id: this.#id, input }, error, requestId));
  }

  interrupt(mode?: string): void {
    this.#emit(events.interruptFailed(this.#id, unknownMode(mode) ?? lateInterrupt()));
  }

  #emit(event: Unnumbered<ResponseEvent>): void {
    const numbered = event as ResponseEvent;
    numbered.sequence_number = this.#sequence++;
    this.#send(new TurnEvent(numbered, JSON.stringify), this.#lane);
  }
}

/** Returns why a response that has ended, or is about to, refuses a steer. */
export function lateSteer(status: ResponseStatus): ApiError {
  const [code, what] =
    status === "completed"
      ? (["response_already_completed", "has completed"] as const)
      : (["response_not_active", "has ended or is being stopped"] as const);
  return apiError(code, `the response ${what}: continue it with response.create`);
}

/** Returns why it refuses an interrupt. */
export function lateInterrupt(): ApiError {
  const message = "the response has ended or is being stopped: there is nothing to interrupt";
  return apiError("response_not_active", message, "response_id");
}

/** Returns the error if the mode of an interrupt is unknown, or else null. */
export function unknownMode(mode = DISCARD): ApiError | null {
  if (mode === DISCARD) return null;
  const message = `there is no interrupt mode \`${mode}\`: use \`${DISCARD}\``;
  return apiError("interrupt_not_supported", message, "mode");
}

const DISCARD = "discard_partial_items";
