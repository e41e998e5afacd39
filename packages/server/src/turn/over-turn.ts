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

export interface OverTurnOptions {
  readonly id: string;
  readonly lane: string | undefined;
  readonly status: ResponseStatus;
  /** The number of its next event. */
  readonly sequence: number;
  send(event: TurnEvent, lane: string | undefined): void;
}

/**
 * What a connection keeps of a response that is over: it tells those who would still steer or stop it that they are
 * late. A session that waits for its next turn has many of them, and no turn with all that it ran on.
 */
export class OverTurn {
  readonly #id: string;
  readonly #lane: string | undefined;
  readonly #status: ResponseStatus;
  readonly #send: OverTurnOptions["send"];
  #sequence: number;

  constructor({ id, lane, status, sequence, send }: OverTurnOptions) {
    this.#id = id;
    this.#lane = lane;
    this.#status = status;
    this.#sequence = sequence;
    this.#send = send;
  }

  steer({ input, requestId }: Pick<SentSteer, "input" | "requestId">): void {
    this.refuse(input, lateSteer(this.#status), requestId);
  }

  /** Tells a steer's sender why it is not taken. */
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

/** Why a response that is over, or about to be, takes no steer. */
export function lateSteer(status: ResponseStatus): ApiError {
  const [code, what] =
    status === "completed"
      ? (["response_already_completed", "has completed"] as const)
      : (["response_not_active", "has ended or is being stopped"] as const);
  return apiError(code, `the response ${what}: continue it with response.create`);
}

/** Why it takes no interrupt. */
export function lateInterrupt(): ApiError {
  const message = "the response has ended or is being stopped: there is nothing to interrupt";
  return apiError("response_not_active", message, "response_id");
}

/** What is wrong with the mode of an interrupt; null if nothing is. */
export function unknownMode(mode = DISCARD): ApiError | null {
  if (mode === DISCARD) return null;
  const message = `there is no interrupt mode \`${mode}\`: use \`${DISCARD}\``;
  return apiError("interrupt_not_supported", message, "mode");
}

const DISCARD = "discard_partial_items";
