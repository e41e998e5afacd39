import type {
  ErrorFrame,
  LifecycleEvent,
  ResponseObject,
  ServerFrame,
  SteerFailedEvent,
} from "@flint/protocol";
import { abortedError, onAbort } from "../abort/index.ts";
import type { Lane, LaneRequest, LaneUser } from "../connection/index.ts";
import { FlintError } from "../error/index.ts";
import { Answer } from "./answer.ts";
import { Cursor } from "./cursor.ts";
import { answerTooLong, cancelledResponse, failedResponse, isTemporary, refusedRequest } from "./failure.ts";
import { Interrupt } from "./interrupt.ts";
import { partialAnswer, Question } from "./question.ts";
import type { RunContext, RunListener, RunRequest } from "./run-request.ts";
import { Steers } from "./steers.ts";
import type { Acknowledgement } from "./turn.ts";
import type { TurnEvent } from "./turn-event.ts";
import { refusalOf, type TurnStatus } from "./turn-result.ts";
import { measure } from "./turn-timings.ts";

/**
 * One turn on the wire, as a state machine:
 *
 *     requested ──created──▶ answering ──terminal──▶ ended
 *         ▲                    │    ▲
 *         │                    │    └──created── between (waits for the answer to an accepted steer)
 *         └──not resumable─────┴──terminal──────────▲
 *
 * It follows the responses that steers begin. After a lost connection, it resumes the response, its steers and the
 * response that they begin. A request without any reply is sent again, and the server runs it only once. If the server
 * no longer has the response, the turn restarts.
 */
export class ResponseRun implements LaneUser {
  readonly #context: RunContext;
  readonly #request: RunRequest;
  readonly #listener: RunListener;
  readonly #question: Question;
  readonly #steers: Steers;
  readonly #begun = performance.now();
  #offAbort = (): void => undefined;
  #phase: "requested" | "answering" | "between" | "ended" = "requested";
  #lane: Lane | null = null;
  #answer: Answer | null = null;
  /** The response that ended last. */
  #ended: ResponseObject | null = null;
  #firstTextAt: number | null = null;
  #interrupt: Interrupt | null = null;
  /** Whether a frame was sent to stop it, which the server acknowledges. */
  #isInterruptSent = false;
  #cursor: Cursor | null = null;
  /** The response is being resumed and has sent nothing yet. */
  #resuming = false;
  /** Why the connection was last lost. */
  #lastLoss: FlintError | null = null;
  #restarts = 0;
  #continues = false;
  /** Consecutive repetitions of the request because no reply arrived. */
  #repeats = 0;

  constructor(context: RunContext, request: RunRequest, listener: RunListener) {
    this.#context = context;
    this.#request = request;
    this.#listener = listener;
    this.#question = new Question(context, request);
    this.#steers = new Steers(context.limits.acknowledgementTimeout);
  }

  begin(): void {
    const { signal } = this.#request;
    if (signal !== undefined)
      this.#offAbort = onAbort(signal, () => this.#fail(abortedError("turn", signal)));
    if (this.#phase !== "ended") this.#open();
  }

  /** Whether the answer that last restarted continues what had arrived of the previous one. */
  get continues(): boolean {
    return this.#continues;
  }

  request(epoch: number | null): LaneRequest {
    return this.#question.toRequest(epoch);
  }

  resumed(epoch: number | null): void {
    this.#question.epoch = epoch;
    this.#resuming = false;
    if (this.#phase === "answering") this.#flushSteers();
  }

  async interrupt(): Promise<Acknowledgement> {
    const begun = performance.now();
    const acknowledgement = await this.#requestStop();
    const { pendingStops } = this.#context.connection;
    if (pendingStops === null) return acknowledgement;
    // Over HTTP, the turn ends at once while the server is being informed.
    await pendingStops;
    return { milliseconds: performance.now() - begun };
  }

  #requestStop(): Promise<Acknowledgement> {
    if (this.#interrupt !== null) return this.#interrupt.acknowledged;
    if (this.#phase === "ended") return Promise.resolve({ milliseconds: 0 });
    const stop = (): void => this.#finish("interrupted");
    this.#interrupt = new Interrupt(this.#context.limits.acknowledgementTimeout, stop);
    const { acknowledged } = this.#interrupt;
    const running = this.#phase === "answering" ? this.#answer : null;
    this.#isInterruptSent =
      running !== null &&
      this.#lane?.send({ type: "response.interrupt", response_id: running.responseId }) === "sent";
    // Nothing runs yet, the response is being resumed, or the transport has no such frame: releasing the lane stops the
    // server.
    if (!this.#isInterruptSent) stop();
    return acknowledged;
  }

  /** `accepted` is called before the answer that the steer leads to begins; the promise may settle after that. */
  steer(text: string, accepted: () => void = () => {}): Promise<Acknowledgement> {
    if (this.#phase === "ended" || this.#interrupt !== null) {
      return Promise.reject(new FlintError("turn_ended", "the turn has ended: start a new one instead"));
    }
    const acknowledged = this.#steers.add(text, accepted);
    if (this.#phase === "answering") this.#flushSteers();
    return acknowledged;
  }

  receive(frame: ServerFrame): void {
    if (this.#phase === "ended") return;
    if (frame.type === "response.created") this.#cursor = new Cursor(frame.response.id);
    this.#cursor?.advance(frame);
    switch (frame.type) {
      case "response.created":
        this.#created(frame.response);
        break;
      case "keepalive":
        this.#emit({ type: "progress", ...frame.flint });
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
        this.#responseEnded(frame);
        break;
      case "response.steer.accepted":
        this.#steers.acknowledge(frame.steer.id, frame.flint?.request_id);
        break;
      case "response.steer.failed":
        this.#steerFailed(frame);
        break;
      case "response.steer.pending":
        // The server keeps the steer for the request with the tools' outputs, so this turn is over.
        if (this.#phase === "between") this.#finish("completed");
        break;
      case "response.interrupt.accepted":
        this.#interrupt?.acknowledge();
        break;
      case "response.interrupt.failed":
        if (this.#interrupt !== null) this.#finish("interrupted");
        break;
      case "error":
        if (this.#resuming) this.#resumeRefused(frame);
        else this.#refused(frame);
        break;
      default:
    }
  }

  lost(error: FlintError): void {
    if (this.#phase === "ended") return;
    this.#lane = null;
    this.#steers.requeueSent();
    const isLost = error.code === "connection_lost";
    if (isLost) this.#lastLoss = error;
    if (isLost && this.#resume()) {
      // Finishing releases the lane, which stops the server once it is connected again.
      if (this.#interrupt !== null) this.#finish("interrupted");
      return;
    }
    if (isLost && this.#phase === "requested" && this.#repeat()) return;
    // A server that does not answer a resume, or sends no following response, no longer knows the turn.
    const isUnknown = error.code === "timeout" && (this.#resuming || this.#phase === "between");
    this.#restartOrFail(isUnknown ? (this.#lastLoss ?? error) : error);
  }

  #resume(): boolean {
    const { grace, resumes } = this.#context.limits;
    const isBegun = this.#phase === "answering" || this.#phase === "between";
    const resume = isBegun && grace > 0 ? this.#cursor?.next(resumes) : null;
    if (resume === null || resume === undefined) return false;
    this.#resuming = true;
    try {
      this.#lane = this.#context.connection.resume(this, resume);
      return true;
    } catch (error) {
      if (!(error instanceof FlintError)) throw error;
      return false;
    }
  }

  /** Sends the request again; if it had arrived, the server continues the response. Returns whether it was sent. */
  #repeat(): boolean {
    const { grace, resumes } = this.#context.limits;
    if (grace === 0 || this.#repeats >= resumes) return false;
    this.#repeats++;
    this.#open();
    return true;
  }

  #resumeRefused(frame: ErrorFrame): void {
    const loss = this.#lastLoss ?? refusedRequest(frame);
    this.#lane?.release();
    if (isTemporary(frame)) this.lost(loss);
    else this.#restartOrFail(loss);
  }

  #restartOrFail(error: FlintError): void {
    if (this.#interrupt !== null) {
      this.#finish("interrupted");
      return;
    }
    const isLost = error.code === "connection_lost";
    const mayRestart = isLost && this.#restarts < this.#context.limits.restarts;
    const shown = this.#firstTextAt !== null || this.#answer?.shown === true;
    if (mayRestart && this.#phase === "between") {
      this.#restarts++;
      this.#resuming = false;
      this.#open();
    } else if (mayRestart && (this.#request.repeatable || !shown)) this.#restart(shown);
    else this.#fail(error);
  }

  #open(): void {
    try {
      this.#lane = this.#context.connection.open(this, this.#repeats);
    } catch (error) {
      if (!(error instanceof FlintError)) throw error;
      this.#fail(error);
    }
  }

  #restart(shown: boolean): void {
    this.#restarts++;
    const { accepted } = this.#steers;
    this.#continues = accepted.length > 0 && this.#phase === "answering";
    if (this.#continues) this.#question.extend([partialAnswer(this.#answer?.text ?? ""), ...accepted]);
    this.#steers.dropAccepted();
    this.#steers.requeueSent();
    this.#answer = null;
    this.#cursor = null;
    this.#resuming = false;
    this.#question.renewRequestId();
    this.#phase = "requested";
    if (shown) this.#emit({ type: "restart", reason: "reconnected" });
    if (this.#phase === "requested") this.#open();
  }

  #created(response: ResponseObject): void {
    if (this.#phase === "between") {
      this.#steers.dropAccepted();
      this.#emit({ type: "restart", reason: "steered" });
    }
    this.#answer = new Answer(response);
    this.#repeats = 0;
    this.#phase = "answering";
    this.#flushSteers();
  }

  #text(itemId: string, text: string): void {
    if (this.#answer === null) return;
    this.#answer.addText(itemId, text);
    this.#firstTextAt ??= this.#answer.firstTextAt;
    this.#emit({ type: "text", text });
  }

  #responseEnded({ response }: LifecycleEvent): void {
    if (response.status === "cancelled") {
      this.#lane?.release();
      this.#restartOrFail(cancelledResponse());
      return;
    }
    this.#ended = response;
    this.#interrupt?.acknowledge();
    this.#question.answered(response);
    if (response.status === "failed") {
      if (this.#interrupt === null) this.#fail(failedResponse(response));
      else this.#finish("interrupted");
      return;
    }
    const { accepted } = this.#steers;
    const reason = response.incomplete_details?.reason;
    const isStopped = reason === "interrupted";
    const isSteered = reason === "steered" || (accepted.length > 0 && !isStopped);
    if (isSteered && this.#interrupt === null) {
      this.#question.continueFrom(response.id, accepted);
      this.#phase = "between";
      return;
    }
    if (response.status === "completed") this.#finish("completed");
    else this.#finish(this.#interrupt !== null || isStopped ? "interrupted" : "incomplete");
  }

  #steerFailed(frame: SteerFailedEvent): void {
    const unanswered = this.#steers.fail(frame.steer.id, frame.flint?.request_id, frame.error);
    if (unanswered !== null && this.#phase === "between") this.#fail(unanswered);
  }

  #refused(frame: ErrorFrame): void {
    if (this.#interrupt !== null) {
      this.#finish("interrupted");
      return;
    }
    const isAsking = this.#phase === "requested" || this.#phase === "between";
    if (isAsking && frame.error.code === "previous_response_not_found") {
      if (this.#phase === "requested") this.#request.parentMissing?.();
      if (this.#question.switchToFullInput()) {
        this.#repeats = 0;
        this.#lane?.release();
        this.#open();
        return;
      }
    }
    this.#fail(refusedRequest(frame));
  }

  #flushSteers(): void {
    const previous = this.#answer?.responseId;
    if (previous === undefined || this.#resuming) return;
    const { grace } = this.#context.limits;
    this.#steers.flush(({ input, requestId }) => {
      const flint = grace === 0 ? {} : { flint: { request_id: requestId } };
      const frame = { type: "response.steer", previous_response_id: previous, input, ...flint } as const;
      return this.#lane?.send(frame) ?? "not_open";
    });
  }

  #emit(event: TurnEvent): void {
    if (this.#phase === "ended") return;
    const { answerLength } = this.#context.limits;
    const isTooLong = (this.#answer?.length ?? 0) > answerLength;
    const refusal = isTooLong ? answerTooLong(answerLength) : this.#listener.event(event);
    if (refusal !== null) this.#fail(refusal);
  }

  #finish(status: TurnStatus): void {
    const answer = this.#answer;
    const response = this.#ended !== null && this.#ended.id === answer?.responseId ? this.#ended : null;
    if (response === null && answer !== null) this.#question.abandoned(answer.responseId, answer.items);
    this.#interrupt?.end();
    this.#close(new FlintError("turn_ended", "the turn ended before the steer was applied: start a new one"));
    const output = response?.output ?? answer?.items ?? [];
    this.#listener.ended({
      text: answer?.text ?? "",
      refusal: refusalOf(output),
      output,
      status,
      responseId: answer?.responseId ?? null,
      model: answer?.model ?? null,
      usage: response?.usage ?? null,
      confidence: response?.flint?.confidence ?? null,
      timings: measure(
        {
          begun: this.#begun,
          firstText: this.#firstTextAt,
          lastFirstText: answer?.firstTextAt ?? null,
          interruptMilliseconds: this.#isInterruptSent ? (this.#interrupt?.milliseconds ?? null) : null,
          steerMilliseconds: this.#steers.milliseconds,
        },
        response,
      ),
    });
  }

  #fail(error: FlintError): void {
    if (this.#phase === "ended") return;
    this.#interrupt?.end();
    this.#close(error);
    this.#listener.failed(error);
  }

  #close(reason: FlintError): void {
    this.#phase = "ended";
    this.#offAbort();
    this.#steers.rejectUnaccepted(reason);
    this.#lane?.release();
  }
}
