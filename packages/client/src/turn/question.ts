import type { InputItem, OutputItem, ResponseObject } from "@flint/protocol";
import { newId } from "@flint/protocol/wire";
import type { LaneRequest } from "../connection/index.ts";
import type { RunContext, RunRequest } from "./run-request.ts";

/** The input of a turn: first the caller's, then that of each steer. */
export class Question {
  readonly #context: RunContext;
  readonly #request: RunRequest;
  readonly #trace: Pick<LaneRequest, "metadata">;
  #current: { previous: string | null; input: readonly InputItem[] } | null = null;
  /** The connection that the request was sent on or its response was resumed on. */
  epoch: number | null = null;
  /** Whether to send the whole conversation even if the server may have it. */
  #isInFull = false;
  /** Identifies the request to the server if it is sent again because no reply arrived. */
  #requestId = newId("req");

  constructor(context: RunContext, request: RunRequest) {
    this.#context = context;
    this.#request = request;
    const { traceparent, tracestate } = context.trace?.() ?? {};
    this.#trace =
      traceparent === undefined
        ? {}
        : { metadata: { traceparent, ...(tracestate === undefined ? {} : { tracestate }) } };
  }

  toRequest(epoch: number | null): LaneRequest {
    this.epoch = epoch;
    this.#current ??= { previous: this.#request.previousResponseId(), input: this.#request.input };
    const { previous, input } = this.#current;
    const chain = this.#context.ledger.continuation(previous, epoch, this.#isInFull);
    const { fields } = this.#request;
    const { grace } = this.#context.limits;
    return {
      ...fields,
      ...this.#trace,
      ...(grace === 0 ? {} : { flint: { ...fields.flint, grace, request_id: this.#requestId } }),
      input: [...chain.items, ...input],
      ...(chain.previousResponseId === null ? {} : { previous_response_id: chain.previousResponseId }),
    };
  }

  /** The response has answered the current input. */
  answered({ id, output }: ResponseObject): void {
    this.#record(id, output, this.epoch);
  }

  /** The response was given up after these items; the server may no longer have it. */
  abandoned(responseId: string, items: readonly OutputItem[]): void {
    this.#record(responseId, items, null);
  }

  /** Sets the next input, which continues this response. */
  continueFrom(previous: string, input: readonly InputItem[]): void {
    this.#current = { previous, input };
    this.#isInFull = false;
    this.renewRequestId();
  }

  /** Asks again, for another answer. */
  renewRequestId(): void {
    this.#requestId = newId("req");
  }

  /** Adds to the input what has been answered and added in the meantime. */
  extend(input: readonly InputItem[]): void {
    if (this.#current !== null)
      this.#current = { ...this.#current, input: [...this.#current.input, ...input] };
  }

  #record(responseId: string, output: readonly OutputItem[], epoch: number | null): void {
    const { previous = null, input = [] } = this.#current ?? {};
    this.#context.ledger.record({ responseId, previousResponseId: previous, input, output, epoch });
  }

  /**
   * Switches to sending the whole conversation, because the server no longer has it. Returns whether that is possible.
   */
  switchToFullInput(): boolean {
    if (this.#isInFull) return false;
    this.#isInFull = true;
    const previous = this.#current?.previous ?? null;
    return this.#context.ledger.continuation(previous, this.epoch, true).previousResponseId === null;
  }
}

/** Returns an incomplete answer as an input item. */
export function partialAnswer(text: string): InputItem {
  return {
    type: "message",
    role: "assistant",
    status: "incomplete",
    content: [{ type: "output_text", text }],
  };
}
