import { isDeepStrictEqual } from "node:util";
import {
  ApiError,
  apiError,
  events,
  type InputItem,
  newId,
  type OutputItem,
  type RequiredInput,
  type ResponseObject,
} from "@flint/protocol";
import type { Emit } from "../item/index.ts";
import type { Weight } from "../request-bytes.ts";

/** Input that a client sent for a running response. */
export interface SentSteer {
  readonly input: readonly InputItem[];
  /** The client's id for the steer, to recognize a retry. */
  readonly requestId: string | undefined;
  /** Counts it among the sender's pending requests. Throws {@link ApiError}. */
  weigh(): Weight;
}

/** An accepted steer: input that the model gets while the response runs, or right after it. */
export interface Steer {
  readonly id: string;
  readonly input: readonly InputItem[];
  readonly requestId: string | undefined;
  /** Released when the response that includes the steer has ended, or when there will be none. */
  readonly weight: Weight;
  /** In ms of `performance.now()`. */
  readonly arrivedAt: number;
}

/**
 * The steers waiting on one response. Each is either taken into a new response ({@link take}), or reported as failed
 * together with its input.
 */
export class Steers {
  readonly #responseId: string;
  readonly #emit: Emit;
  readonly #limit: number;
  #waiting: Steer[] = [];
  /**
   * Steers that were accepted and did not fail, by the client's id. At most as many as may wait: after that, none is
   * accepted.
   */
  readonly #accepted = new Map<string, Pick<Steer, "id" | "input">>();

  constructor(responseId: string, limit: number, emit: Emit) {
    this.#responseId = responseId;
    this.#limit = limit;
    this.#emit = emit;
  }

  get size(): number {
    return this.#waiting.length;
  }

  /** Whether any steer is waiting, or an accepted one may be retried. */
  get isInUse(): boolean {
    return this.#waiting.length > 0 || this.#accepted.size > 0;
  }

  /**
   * Whether a steer with this id was already accepted and has not failed. If so, sends the acceptance again, or a
   * refusal if the input differs.
   */
  handleRepeat({ input, requestId }: SentSteer): boolean {
    const before = requestId === undefined ? undefined : this.#accepted.get(requestId);
    if (before === undefined) return false;
    if (isDeepStrictEqual(before.input, input)) {
      this.#emit(events.steerAccepted(before.id, this.#responseId, requestId));
    } else {
      const message =
        "another steer was accepted with this id: send that steer again unchanged, or give this one another id";
      this.refuse(input, apiError("request_id_reused", message, "flint.request_id"), requestId);
    }
    return true;
  }

  /** Returns whether the steer was accepted; if not, sends the client the reason. */
  accept({ input, requestId, weigh }: SentSteer): boolean {
    if (this.#waiting.length >= this.#limit) {
      const message = `${this.#limit} steers are already waiting on this response: send this one once the next response is created`;
      this.refuse(input, apiError("too_many_pending_steers", message), requestId);
      return false;
    }
    let weight: Weight;
    try {
      weight = weigh();
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      this.refuse(input, apiError("too_many_pending_steers", cause.message), requestId);
      return false;
    }
    const steer = { id: newId("steer"), input, requestId, weight, arrivedAt: performance.now() };
    this.#waiting.push(steer);
    if (requestId !== undefined) this.#accepted.set(requestId, { id: steer.id, input });
    this.#emit(events.steerAccepted(steer.id, this.#responseId, requestId));
    return true;
  }

  refuse(input: readonly InputItem[], error: ApiError, requestId?: string): void {
    const steer = { previous_response_id: this.#responseId, input };
    this.#emit(events.steerFailed(steer, error, requestId));
  }

  /** Reports to the client what happens to its steers after the response has ended with these required outputs. */
  settle({ status, incomplete_details }: ResponseObject, required: RequiredInput[]): void {
    const remedy = "send the input with response.create";
    if (status === "failed") this.fail(`the response failed: ${remedy}`);
    else if (status === "cancelled") this.fail(`the response was cancelled: ${remedy}`);
    else if (incomplete_details?.reason === "interrupted")
      this.fail(`the response was interrupted: ${remedy}`);
    else if (required.length > 0) {
      for (const steer of this.#waiting)
        this.#emit(events.steerPending(steer.id, this.#responseId, required));
    }
  }

  take(): readonly Steer[] {
    const taken = this.#waiting;
    this.#waiting = [];
    return taken;
  }

  /** Drops the steers without an event: no client is connected. */
  drop(): void {
    releaseSteers(this.take());
  }

  /** Reports the steers as failed and returns their input: no response will include them. */
  fail(message: string): void {
    for (const { id, input, requestId, weight } of this.take()) {
      weight.release();
      const steer = { id, previous_response_id: this.#responseId, input };
      if (requestId !== undefined) this.#accepted.delete(requestId);
      this.#emit(events.steerFailed(steer, apiError("successor_creation_failed", message), requestId));
    }
  }
}

/** Releases the steers: the response that included them has ended, or there will be none. */
export function releaseSteers(steers: readonly Steer[]): void {
  for (const { weight } of steers) weight.release();
}

/** Returns the outputs that the client must send for the calls among these items. */
export function requiredInput(output: readonly OutputItem[]): RequiredInput[] {
  return output.flatMap((item): RequiredInput[] => {
    if (item.type === "function_call") {
      return [{ type: "function_call_output", call_id: item.call_id, name: item.name }];
    }
    if (item.type === "custom_tool_call") {
      return [{ type: "custom_tool_call_output", call_id: item.call_id, name: item.name }];
    }
    return [];
  });
}

/** Returns why a response that compacts its conversation refuses a steer. */
export function compactionSteerError(): ApiError {
  const message =
    "the response is compacting its conversation: send the input with response.create once it has ended";
  return apiError("steering_not_supported", message);
}
