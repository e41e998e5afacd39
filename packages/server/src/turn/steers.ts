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

/** Input for a response that runs, as it is sent. */
export interface SentSteer {
  readonly input: readonly InputItem[];
  /** The client's own id of it, by which one that is sent again is known. */
  readonly requestId: string | undefined;
  /** Counts it among the requests that its sender has under way. Throws {@link ApiError}. */
  weigh(): Weight;
}

/** Input that the server has taken to give to the model while, or right after, a response runs. */
export interface Steer {
  readonly id: string;
  readonly input: readonly InputItem[];
  readonly requestId: string | undefined;
  /** Let go of when the response that takes it is over, or when none will. */
  readonly weight: Weight;
  /** `performance.now()` */
  readonly arrivedAt: number;
}

/**
 * The steers that wait on one response. Each ends in one of two ways: {@link take}n into a response that is
 * created with it, or told failed together with its input.
 */
export class Steers {
  readonly #responseId: string;
  readonly #emit: Emit;
  readonly #limit: number;
  #waiting: Steer[] = [];
  /** Ids of those that were accepted and not failed, by the client's. As many as may wait, since none is after that. */
  readonly #accepted = new Map<string, Pick<Steer, "id" | "input">>();

  constructor(responseId: string, limit: number, emit: Emit) {
    this.#responseId = responseId;
    this.#limit = limit;
    this.#emit = emit;
  }

  get size(): number {
    return this.#waiting.length;
  }

  /** Whether some wait, or one that was accepted may be sent again. */
  get areUsed(): boolean {
    return this.#waiting.length > 0 || this.#accepted.size > 0;
  }

  /**
   * Whether one was accepted before under the steer's id, and not failed since. Its sender is told once more that it was,
   * or refused where it says something else.
   */
  repeats({ input, requestId }: SentSteer): boolean {
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

  /** Whether the steer was taken; else its sender has been told why not. */
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

  /** Tells the client what its steers can expect of a response that is over and requires these outputs. */
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

  /** Nobody is there to take them, or to be told so. */
  drop(): void {
    letGoOf(this.take());
  }

  /** Gives the input back to the client: no response will be created with it. */
  fail(message: string): void {
    for (const { id, input, requestId, weight } of this.take()) {
      weight.release();
      const steer = { id, previous_response_id: this.#responseId, input };
      if (requestId !== undefined) this.#accepted.delete(requestId);
      this.#emit(events.steerFailed(steer, apiError("successor_creation_failed", message), requestId));
    }
  }
}

/** The response that took them is over, or there will be none. */
export function letGoOf(steers: readonly Steer[]): void {
  for (const { weight } of steers) weight.release();
}

/** The outputs that the client owes for the calls among these items. */
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

/** Why a response that compacts its conversation takes no steer. */
export function steerOfCompaction(): ApiError {
  const message =
    "the response is compacting its conversation: send the input with response.create once it has ended";
  return apiError("steering_not_supported", message);
}
