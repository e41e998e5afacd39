import { type InputItem, newId, type OutputItem, type ResponseObject } from "@flint/protocol";
import type { LaneRequest } from "../connection/index.ts";
import type { RunContext, RunRequest } from "./run-request.ts";

/** What a turn asks: first the caller's question, then, for each steer, the steer. */
export class Question {
  readonly #context: RunContext;
  readonly #request: RunRequest;
  readonly #trace: Pick<LaneRequest, "metadata">;
  #asked: { previous: string | null; input: readonly InputItem[] } | null = null;
  /** The connection that it was asked on, or that its answer is followed on. */
  epoch: number | null = null;
  /** The conversation is sent in full, though the server may have it. */
  #whole = false;
  /** By which the server knows a request that is sent again because nothing was heard of it. */
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
    this.#asked ??= { previous: this.#request.previousResponseId(), input: this.#request.input };
    const { previous, input } = this.#asked;
    const chain = this.#context.ledger.continuation(previous, epoch, this.#whole);
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

  /** This response has answered it. */
  answered({ id, output }: ResponseObject): void {
    this.#record(id, output, this.epoch);
  }

  /** It was given up at this response, of which these items had come: the server may know nothing of it any more. */
  leftAt(responseId: string, items: readonly OutputItem[]): void {
    this.#record(responseId, items, null);
  }

  /** The next question, on from this response. */
  goOn(previous: string, input: readonly InputItem[]): void {
    this.#asked = { previous, input };
    this.#whole = false;
    this.renew();
  }

  /** It is asked once more, for another answer. */
  renew(): void {
    this.#requestId = newId("req");
  }

  /** What came of it and was added meanwhile belongs to it from now on. */
  extend(input: readonly InputItem[]): void {
    if (this.#asked !== null) this.#asked = { ...this.#asked, input: [...this.#asked.input, ...input] };
  }

  #record(responseId: string, output: readonly OutputItem[], epoch: number | null): void {
    const { previous = null, input = [] } = this.#asked ?? {};
    this.#context.ledger.record({ responseId, previousResponseId: previous, input, output, epoch });
  }

  /** Whether it can be asked with the whole conversation instead, as the server does not have that any more. */
  askWhole(): boolean {
    if (this.#whole) return false;
    this.#whole = true;
    const previous = this.#asked?.previous ?? null;
    return this.#context.ledger.continuation(previous, this.epoch, true).previousResponseId === null;
  }
}

/** An answer as far as it came. */
export function partialAnswer(text: string): InputItem {
  return {
    type: "message",
    role: "assistant",
    status: "incomplete",
    content: [{ type: "output_text", text }],
  };
}
