import type {
  ErrorFrame,
  InputItem,
  LifecycleEvent,
  ResponseObject,
  ServerFrame,
  SteerFailedEvent,
} from "@flint/protocol";
import type { Lane, LaneRequest, LaneUser } from "../connection/index.ts";
import { FlintError } from "../error/index.ts";
import { Answer } from "./answer.ts";
import { failedResponse, refusedRequest } from "./failure.ts";
import { Interrupt } from "./interrupt.ts";
import type { RunContext, RunListener, RunRequest } from "./run-request.ts";
import { Steers } from "./steers.ts";
import type { Acknowledgement } from "./turn.ts";
import type { TurnEvent } from "./turn-event.ts";
import type { TurnStatus } from "./turn-result.ts";
import { measure } from "./turn-timings.ts";

/**
 * One turn on the wire, as a state machine:
 *
 *     requested ──created──▶ answering ──terminal──▶ ended
 *         ▲                    │    ▲
 *         │                    │    └──created── between (the answer to an accepted steer is due)
 *         └──connection lost───┴──terminal──────────▲
 *
 * It follows the successors that steers begin, and begins anew after a lost connection.
 */
export class ResponseRun implements LaneUser {
  readonly #context: RunContext;
  readonly #request: RunRequest;
  readonly #listener: RunListener;
  readonly #steers: Steers;
  readonly #begun = performance.now();
  readonly #onAbort = (): void => this.#fail(new FlintError("aborted", "the turn was aborted by its signal"));
  #phase: "requested" | "answering" | "between" | "ended" = "requested";
  #lane: Lane | null = null;
  #epoch: number | null = null;
  /** What the response under way answers: the turn's own question, or the steers that began it. */
  #question: { previous: string | null; input: readonly InputItem[] } | null = null;
  #answer: Answer | null = null;
  /** The response that ended last. */
  #ended: ResponseObject | null = null;
  #firstTextAt: number | null = null;
  #interrupt: Interrupt | null = null;
  #whole = false;
  #restarts = 0;

  constructor(context: RunContext, request: RunRequest, listener: RunListener) {
    this.#context = context;
    this.#request = request;
    this.#listener = listener;
    this.#steers = new Steers(context.limits.acknowledgementTimeout);
  }

  begin(): void {
    const { signal } = this.#request;
    if (signal?.aborted === true) {
      this.#onAbort();
      return;
    }
    signal?.addEventListener("abort", this.#onAbort, { once: true });
    this.#open();
  }

  request(epoch: number | null): LaneRequest {
    this.#epoch = epoch;
    this.#question ??= { previous: this.#request.previousResponseId(), input: this.#request.input };
    const { previous, input } = this.#question;
    const chain = this.#context.ledger.continuation(previous, epoch, this.#whole);
    return {
      ...this.#request.fields,
      input: [...chain.items, ...input],
      ...(chain.previousResponseId === null ? {} : { previous_response_id: chain.previousResponseId }),
    };
  }

  interrupt(): Promise<Acknowledgement> {
    if (this.#interrupt !== null) return this.#interrupt.acknowledged;
    if (this.#phase === "ended") return Promise.resolve({ milliseconds: 0 });
    const stop = (): void => this.#finish("interrupted");
    this.#interrupt = new Interrupt(this.#context.limits.acknowledgementTimeout, stop);
    const { acknowledged } = this.#interrupt;
    const running = this.#phase === "answering" ? this.#answer : null;
    const sent =
      running !== null &&
      this.#lane?.send({ type: "response.interrupt", response_id: running.responseId }) === "sent";
    // Nothing runs yet, or the transport has no such frame: letting go of the lane stops the server.
    if (!sent) stop();
    return acknowledged;
  }

  steer(text: string): Promise<Acknowledgement> {
    if (this.#phase === "ended" || this.#interrupt !== null) {
      return Promise.reject(new FlintError("turn_ended", "the turn is over: begin another one instead"));
    }
    const acknowledged = this.#steers.add(text);
    if (this.#phase === "answering") this.#flushSteers();
    return acknowledged;
  }

  receive(frame: ServerFrame): void {
    if (this.#phase === "ended") return;
    switch (frame.type) {
      case "response.created":
        this.#created(frame.response);
        break;
      case "keepalive":
        this.#emit({ type: "progress", ...(frame.flint?.prefill && { prefill: frame.flint.prefill }) });
        break;
      case "response.output_text.delta":
        this.#text(frame.item_id, frame.delta);
        break;
      case "response.reasoning_text.delta":
        this.#answer?.addLength(frame.item_id, frame.delta);
        this.#emit({ type: "reasoning", text: frame.delta });
        break;
      case "response.output_item.done": {
        const unsent = this.#answer?.addItem(frame) ?? "";
        if (unsent !== "") this.#text(frame.item.id, unsent);
        this.#emit({ type: "item", item: frame.item });
        break;
      }
      case "response.completed":
      case "response.incomplete":
      case "response.failed":
        this.#terminal(frame);
        break;
      case "response.steer.accepted":
        this.#steers.acknowledge(frame.steer.id);
        break;
      case "response.steer.failed":
        this.#steerFailed(frame);
        break;
      case "response.steer.pending":
        // The server keeps the steer for the request that brings the tools' outputs: this turn is over.
        if (this.#phase === "between") this.#finish("completed");
        break;
      case "response.interrupt.accepted":
        this.#interrupt?.acknowledge();
        break;
      case "response.interrupt.failed":
        if (this.#interrupt !== null) this.#finish("interrupted");
        break;
      case "error":
        this.#refused(frame);
        break;
      default:
    }
  }

  lost(error: FlintError): void {
    if (this.#phase === "ended") return;
    this.#lane = null;
    if (this.#interrupt !== null) {
      this.#finish("interrupted");
      return;
    }
    const shown = this.#firstTextAt !== null || this.#answer?.shown === true;
    const again = error.code === "connection_lost" && (this.#request.repeatable || !shown);
    if (again && this.#restarts < this.#context.limits.restarts) this.#restart(error, shown);
    else this.#fail(error);
  }

  #open(): void {
    try {
      this.#lane = this.#context.connection.open(this);
    } catch (error) {
      if (!(error instanceof FlintError)) throw error;
      this.#fail(error);
    }
  }

  #restart(error: FlintError, shown: boolean): void {
    this.#restarts++;
    this.#steers.rejectOpen(error);
    const { accepted } = this.#steers;
    if (accepted.length > 0 && this.#question !== null && this.#phase === "answering") {
      const partial: InputItem = {
        type: "message",
        role: "assistant",
        status: "incomplete",
        content: [{ type: "output_text", text: this.#answer?.text ?? "" }],
      };
      this.#question = { ...this.#question, input: [...this.#question.input, partial, ...accepted] };
    }
    this.#steers.settleAccepted();
    this.#answer = null;
    this.#phase = "requested";
    if (shown) this.#emit({ type: "restart", reason: "reconnected" });
    if (this.#phase === "requested") this.#open();
  }

  #created(response: ResponseObject): void {
    if (this.#phase === "between") {
      this.#steers.settleAccepted();
      this.#emit({ type: "restart", reason: "steered" });
    }
    this.#answer = new Answer(response);
    this.#phase = "answering";
    this.#flushSteers();
  }

  #text(itemId: string, text: string): void {
    if (this.#answer === null) return;
    this.#answer.addText(itemId, text);
    this.#firstTextAt ??= this.#answer.firstTextAt;
    if (this.#answer.text.length > this.#context.limits.answerLength) {
      this.#fail(
        new FlintError(
          "limit_exceeded",
          `the answer is longer than ${this.#context.limits.answerLength} characters: raise limits.answerLength`,
        ),
      );
      return;
    }
    this.#emit({ type: "text", text });
  }

  #terminal({ response }: LifecycleEvent): void {
    const question = this.#question ?? { previous: null, input: [] };
    this.#ended = response;
    this.#context.ledger.record({
      responseId: response.id,
      previousResponseId: question.previous,
      input: question.input,
      output: response.output,
      epoch: this.#epoch,
    });
    if (response.status === "failed") {
      if (this.#interrupt === null) this.#fail(failedResponse(response));
      else this.#finish("interrupted");
      return;
    }
    const { accepted } = this.#steers;
    const reason = response.incomplete_details?.reason;
    if (accepted.length > 0 && this.#interrupt === null && reason !== "interrupted") {
      this.#question = { previous: response.id, input: accepted };
      this.#phase = "between";
      return;
    }
    if (response.status === "completed") this.#finish("completed");
    else this.#finish(this.#interrupt !== null || reason === "interrupted" ? "interrupted" : "incomplete");
  }

  #steerFailed(frame: SteerFailedEvent): void {
    const unanswered = this.#steers.fail(frame.steer.id, frame.error);
    if (unanswered !== null && this.#phase === "between") this.#fail(unanswered);
  }

  #refused(frame: ErrorFrame): void {
    if (this.#interrupt !== null) {
      this.#finish("interrupted");
      return;
    }
    if (this.#phase === "requested" && frame.error.code === "previous_response_not_found" && !this.#whole) {
      this.#whole = true;
      this.#request.parentMissing?.();
      const full = this.#context.ledger.continuation(this.#question?.previous ?? null, this.#epoch, true);
      if (full.previousResponseId === null) {
        this.#lane?.release();
        this.#open();
        return;
      }
    }
    this.#fail(refusedRequest(frame));
  }

  #flushSteers(): void {
    const previous = this.#answer?.responseId;
    if (previous === undefined) return;
    this.#steers.flush(
      (item) =>
        this.#lane?.send({ type: "response.steer", previous_response_id: previous, input: [item] }) ??
        "not_open",
    );
  }

  #emit(event: TurnEvent): void {
    if (this.#phase === "ended") return;
    const refusal = this.#listener.event(event);
    if (refusal !== null) this.#fail(refusal);
  }

  #finish(status: TurnStatus): void {
    const answer = this.#answer;
    const response = this.#ended !== null && this.#ended.id === answer?.responseId ? this.#ended : null;
    this.#interrupt?.acknowledge();
    this.#leave(new FlintError("turn_ended", "the turn ended before the steer was taken: begin another one"));
    this.#listener.ended({
      text: answer?.text ?? "",
      output: response?.output ?? answer?.items ?? [],
      status,
      responseId: answer?.responseId ?? null,
      model: answer?.model ?? null,
      usage: response?.usage ?? null,
      timings: measure(
        {
          begun: this.#begun,
          firstText: this.#firstTextAt,
          lastFirstText: answer?.firstTextAt ?? null,
          interruptMilliseconds: this.#interrupt?.milliseconds ?? null,
          steerMilliseconds: this.#steers.milliseconds,
        },
        response,
      ),
    });
  }

  #fail(error: FlintError): void {
    if (this.#phase === "ended") return;
    this.#interrupt?.acknowledge();
    this.#leave(error);
    this.#listener.failed(error);
  }

  #leave(reason: FlintError): void {
    this.#phase = "ended";
    this.#request.signal?.removeEventListener("abort", this.#onAbort);
    this.#steers.rejectOpen(reason);
    this.#lane?.release();
  }
}
