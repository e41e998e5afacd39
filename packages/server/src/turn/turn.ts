import type { Finish, PrefillResult, PromptLink } from "@flint/engine";
import {
  type EncodeEvent,
  events,
  lifecycleEncoder,
  newId,
  type ResponseError,
  type ResponseEvent,
  type ResponseObject,
  type ResponseStatus,
  type Unnumbered,
} from "@flint/protocol";
import { asksForCompaction, compactingThread } from "../compaction/index.ts";
import { responseErrorOf } from "../errors/index.ts";
import { type ItemBurst, ItemWriter } from "../item/index.ts";
import type { ThreadLease } from "../thread/index.ts";
import { EndedTurn, type EndedTurnOptions, lateInterrupt, lateSteer, unknownMode } from "./ended-turn.ts";
import { type Ending, endingOfStop, isContinuable, type StopReason, terminalEvent } from "./ending.ts";
import { Measure } from "./measure.ts";
import { generateRequestOf, inputLink, promptOf, type TurnContext, type TurnOrder } from "./order.ts";
import { asFailed, beginResponse, echoOf, endResponse } from "./response-object.ts";
import { compactionSteerError, releaseSteers, requiredInput, type SentSteer, Steers } from "./steers.ts";
import { TurnEvent } from "./turn-event.ts";
import { TurnThread } from "./turn-thread.ts";
import { usageOf } from "./usage.ts";
import { Waiting } from "./waiting.ts";

/** The state of a turn that has begun. */
interface Course {
  readonly order: TurnOrder;
  /** The conversation up to and including the input. */
  readonly tip: PromptLink;
  readonly measure: Measure;
  readonly thread: TurnThread;
  response: ResponseObject;
}

/**
 * One response, from its request to its terminal event:
 *
 * ```
 * queued ─▶ in_progress ─▶ completed | incomplete | failed | cancelled
 *           (thread ▸ prefill ▸ generate)
 * ```
 *
 * Three things stop it early. An interrupt and a cancel stop the engine at once. A steer stops it at its boundary: for
 * messages and reasoning at the next engine step (or, if the request asks for it, at the item's end); a tool call is
 * always finished. A steered response with tool calls ends as `completed`, because it needs their outputs to continue,
 * and its steers wait for them. Any other ends as `incomplete`, and its steers begin the next.
 */
export class Turn {
  readonly id = newId("resp");
  readonly steers: Steers;
  readonly #context: TurnContext;
  readonly #arrived = performance.now();
  readonly #engine = new AbortController();
  readonly #writer = new ItemWriter((event, encode) => this.#emit(event, encode));
  /** Encodes the events that contain the response. */
  #encode: EncodeEvent = JSON.stringify;
  #keepAlive: NodeJS.Timeout | undefined;
  #state: ResponseStatus = "queued";
  #course: Course | null = null;
  #sequence = 0;
  #stop: StopReason | null = null;
  /** Whether further engine output is discarded. */
  #discardsOutput = false;
  #hasNext = false;
  /** Events held back until the terminal one is sent; null if events are sent at once. */
  #held: Unnumbered<ResponseEvent>[] | null = null;
  /** What the turn waits for before it answers. */
  #waiting: Waiting | null = null;
  #prefill: PrefillResult | null = null;
  #finish: Finish | null = null;

  constructor(context: TurnContext) {
    this.#context = context;
    this.steers = new Steers(this.id, context.pendingSteers, (event) => this.#emit(event));
  }

  get lane(): string | undefined {
    return this.#context.lane;
  }

  get state(): ResponseStatus {
    return this.#state;
  }

  /** The response as of its last lifecycle event; null while it is queued. */
  get response(): ResponseObject | null {
    return this.#course?.response ?? null;
  }

  /** Whether it was interrupted or cancelled, possibly before it began. */
  get isStopped(): boolean {
    return this.#stop !== null && this.#stop !== "steered";
  }

  /** Whether the response has ended and its waiting steers begin the next one. */
  get hasNext(): boolean {
    return this.#hasNext && this.steers.size > 0;
  }

  /** Returns the thread for the response that the steers begin; null if there is none. */
  handOver(): ThreadLease | null {
    return this.#course?.thread.handOver() ?? null;
  }

  /** Parks that thread, if any, at the conversation's tip: no response continues it for now. */
  parkThread(tip: PromptLink | null): void {
    if (this.#hasNext) this.#course?.thread.park(tip);
  }

  /** Returns what to keep of the turn after it has ended; null while its steers wait or may be retried. */
  toEndedTurn(send: EndedTurnOptions["send"]): EndedTurn | null {
    if (this.steers.isInUse) return null;
    const { id, lane } = this;
    return new EndedTurn({ id, lane, status: this.#state, sequence: this.#sequence, send });
  }

  // ── running, steering, stopping ───────────────────────────────────────────────────────────────────────────

  /** Starts sending keep-alives while the turn is queued. */
  wait(): void {
    this.#keepAlive ??= setInterval(() => this.#sendKeepAlive(), this.#context.keepAlive);
  }

  /** Discards a queued turn without events. */
  discard(): void {
    clearInterval(this.#keepAlive);
  }

  /** Runs to the end. Never rejects: a failure is an ending. */
  async run(order: TurnOrder): Promise<void> {
    this.#context.begins(order);
    const course = this.#begin(order);
    if (order.warmUp && !this.isStopped) {
      await this.#endWarmUp(course);
    } else {
      this.wait();
      const ending = await this.#answer(course);
      clearInterval(this.#keepAlive);
      await this.#end(course, ending);
    }
    releaseSteers(order.steers);
    this.#context.ended();
  }

  /** Queues a steer, or reports why it is refused. A retry is accepted only once. */
  steer(sent: SentSteer): void {
    const { input, requestId } = sent;
    if (this.steers.handleRepeat(sent)) return;
    if (!this.#isStoppable()) {
      this.steers.refuse(input, lateSteer(this.#state), requestId);
      return;
    }
    if (this.#course !== null && asksForCompaction(this.#course.order.request.input)) {
      this.steers.refuse(input, compactionSteerError(), requestId);
      return;
    }
    if (!this.steers.accept(sent)) return;
    this.#course?.measure.stopRequested();
    if (this.#isAtBoundary()) this.#stopEngine("steered");
  }

  /** Ends the response within one engine step, or once it begins; or reports why not. `name`: the id that was sent. */
  interrupt(mode?: string, name = this.id): void {
    const error = unknownMode(mode) ?? (this.#isStoppable() ? null : lateInterrupt());
    if (error !== null) {
      this.#emit(events.interruptFailed(name, error));
      return;
    }
    this.#emit(events.interruptAccepted(name));
    this.#course?.measure.stopRequested();
    this.#stopEngine("interrupted");
  }

  /** Ends the response within one engine step; it cannot be continued. */
  cancel(): void {
    if (!this.#isStoppable()) return;
    this.#course?.measure.stopRequested();
    this.#stopEngine("cancelled");
  }

  // ── queued ▸ in_progress ──────────────────────────────────────────────────────────────────────────────────

  #begin(order: TurnOrder): Course {
    const echo = echoOf(order.request);
    const course: Course = {
      order,
      tip: inputLink(order),
      measure: new Measure(this.#arrived, order, this.#context),
      thread: new TurnThread(this.#context, order),
      response: beginResponse(this.id, order.model.id, order.parent?.response.id ?? null, echo),
    };
    this.#course = course;
    this.#encode = lifecycleEncoder(echo);
    this.#state = "in_progress";
    this.#writer.include(order.request.include ?? [], this.#context.seal);
    this.#emit(events.created(course.response), this.#encode);
    if (!order.warmUp) this.#emit(events.inProgress(course.response), this.#encode);
    return course;
  }

  // ── thread ▸ prefill ▸ generate ───────────────────────────────────────────────────────────────────────────

  async #answer({ order, tip, measure, thread: own }: Course): Promise<Ending> {
    const { signal } = this.#engine;
    const waiting = new Waiting(measure, () => this.#sendKeepAlive());
    const { onLoading, onProgress } = waiting;
    this.#waiting = waiting;
    try {
      const acquired = await own.acquire(signal, onLoading);
      const thread = asksForCompaction(order.request.input)
        ? compactingThread(acquired, this.#context.summaryTokens, this.#context.seal)
        : acquired;
      measure.prefillBegins();
      const prompt = promptOf(order, tip, this.#context.seal);
      this.#prefill = await thread.prefill(prompt, { signal, onProgress, onLoading, prospect: own.prospect });
      measure.prefillEnds();
      if (this.#prefill.broke) this.#context.cacheBroke(this.id, tip, this.#prefill.broke);
      this.#waiting = null;
      for await (const event of thread.generate(generateRequestOf(order, tip, this.#context, signal))) {
        if (event.type === "burst") this.#take(event, measure);
        else this.#finish = event;
      }
      return this.#endingOf(this.#finish);
    } catch (cause) {
      return this.#stop === null ? { status: "failed", cause } : endingOfStop(this.#stop);
    } finally {
      measure.stopped();
    }
  }

  #take(burst: ItemBurst, measure: Measure): void {
    measure.burst(burst);
    if (this.#discardsOutput) return;
    if (this.steers.size > 0 && this.#writer.open !== null && this.#writer.beginsItem(burst)) {
      this.#writer.finish("completed");
      this.#stopEngine("steered");
    } else {
      this.#writer.write(burst);
    }
  }

  #endingOf(finish: Finish | null): Ending {
    if (this.#stop === "cancelled" || this.#stop === "interrupted") return endingOfStop(this.#stop);
    if (finish === null) return { status: "failed", cause: new Error("a generation ended without a finish") };
    if (finish.reason === "error") return { status: "failed", cause: finish.error };
    if (finish.reason === "aborted" && this.#stop === null) {
      return { status: "failed", cause: new Error("a generation stopped unexpectedly") };
    }
    if (finish.reason === "aborted" || this.#discardsOutput) {
      this.#writer.finish("incomplete");
      const waits = requiredInput(this.#writer.done).length > 0;
      return waits ? { status: "completed" } : { status: "incomplete", reason: "steered" };
    }
    if (finish.reason === "length" || this.#writer.open?.hasIncompleteArguments?.()) {
      // An incomplete tool call gets no `done`: a client runs a tool as soon as it sees one.
      if (!this.#writer.open?.isToolCall) this.#writer.finish("incomplete");
      return { status: "incomplete", reason: "max_output_tokens" };
    }
    this.#writer.finish("completed");
    return { status: "completed" };
  }

  // ── stopping early ────────────────────────────────────────────────────────────────────────────────────────

  #isStoppable(): boolean {
    return (this.#state === "queued" || this.#state === "in_progress") && !this.isStopped;
  }

  #isAtBoundary(): boolean {
    const { open, done } = this.#writer;
    if (open === null) return true;
    if (open.isToolCall || this.#course?.order.request.flint?.steer_boundary === "item") return false;
    return requiredInput(done).length === 0;
  }

  #stopEngine(reason: StopReason): void {
    this.#stop = reason;
    // A steered item includes the output of the engine's last step; an interrupted one is dropped anyway.
    this.#discardsOutput = reason !== "steered" || this.#writer.open === null;
    this.#engine.abort();
  }

  // ── in_progress ▸ ended ───────────────────────────────────────────────────────────────────────────────────

  async #end(course: Course, ending: Ending): Promise<void> {
    // Copied because a copied array has no spare capacity, unlike one that grew by pushing.
    const done = [...this.#writer.done];
    const open = this.#writer.abandon();
    const isInterrupted = ending.status === "incomplete" && ending.reason === "interrupted";
    if (open !== null && isInterrupted) {
      this.#emit(events.itemInterrupted(this.id, open.id, open.outputIndex));
    }
    const tip = done.length === 0 ? course.tip : { parent: course.tip, items: done };
    const required = requiredInput(done);
    this.#state = ending.status;
    this.#hasNext = isContinuable(ending) && !isInterrupted && required.length === 0 && this.steers.size > 0;
    course.response = endResponse(course.response, {
      status: ending.status,
      completed_at: ending.status === "completed" ? Math.floor(Date.now() / 1000) : null,
      output: open === null || isInterrupted ? done : [...done, open.snapshot("incomplete")],
      usage: usageOf(this.#prefill, this.#finish),
      error: ending.status === "failed" ? responseErrorOf(ending.cause) : null,
      incomplete_details: "reason" in ending ? { reason: ending.reason } : null,
      flint: course.measure.flintFields(this.#prefill, this.#finish),
    });
    if (ending.status === "failed") {
      this.#context.failed(this.id, ending.cause);
      course.thread.parkOrRelease(ending.cause);
    } else if (!this.#hasNext) {
      course.thread.park(isContinuable(ending) ? tip : null);
    }
    await this.#close(course, isContinuable(ending) ? tip : null, null);
    this.steers.settle(course.response, required);
  }

  // ── warm-ups: completed at once, prefilled in the background ──────────────────────────────────────────────

  async #endWarmUp(course: Course): Promise<void> {
    clearInterval(this.#keepAlive);
    const warm = this.#context.warmUp(() => this.#prefillAhead(course));
    this.#state = "completed";
    course.response = endResponse(course.response, {
      ...{ status: "completed", output: [], usage: null, error: null, incomplete_details: null },
      completed_at: Math.floor(Date.now() / 1000),
      flint: { timings: course.measure.timings(null, null) },
    });
    await this.#close(course, course.tip, warm);
  }

  async #prefillAhead({ order, tip, thread: own }: Course): Promise<void> {
    const signal = this.#context.connection ?? this.#engine.signal;
    try {
      const thread = await own.acquire(signal);
      const prompt = promptOf(order, tip, this.#context.seal);
      const { promptTokens } = await thread.prefill(prompt, { signal, prospect: own.prospect });
      this.#context.warmed(promptTokens);
      own.park(tip);
    } catch (cause) {
      // If a create that continues the warm-up fails in the same way, the client learns of it then.
      own.parkOrRelease(cause);
      if (!signal.aborted) this.#context.notWarmed(this.id, cause);
    }
  }

  // ── events ────────────────────────────────────────────────────────────────────────────────────────────────

  /** Stores the response, then sends its terminal event. */
  async #close(course: Course, tip: PromptLink | null, warm: Promise<void> | null): Promise<void> {
    const [{ response, tip: input }, encode] = [course, this.#encode];
    const terminal = this.#number(terminalEvent(response), encode);
    // The encoder holds texts that an ended response does not need.
    this.#encode = JSON.stringify;
    this.#held = [];
    const entry = { response, tip, lane: this.lane, warm };
    const error = (await this.#context.remember({ entry, input, terminal })) ?? null;
    this.#context.send(error === null ? terminal : this.#asFailed(course, terminal, error, encode));
    const held = this.#held;
    this.#held = null;
    for (const event of held) this.#emit(event);
  }

  /** Returns the terminal event of a response that another server ended meanwhile. */
  #asFailed(course: Course, { event }: TurnEvent, error: ResponseError, encode: EncodeEvent): TurnEvent {
    course.response = asFailed(course.response, error);
    if (this.#hasNext) course.thread.park(null);
    this.#hasNext = false;
    this.#state = "failed";
    const failed = { ...events.failed(course.response), sequence_number: event.sequence_number };
    return new TurnEvent(failed, encode);
  }

  #emit(event: Unnumbered<ResponseEvent>, encode?: EncodeEvent): void {
    if (this.#held !== null) {
      this.#held.push(event);
      return;
    }
    this.#keepAlive?.refresh();
    this.#context.send(this.#number(event, encode));
  }

  /** Numbers the event in place: it is sent only once. */
  #number(event: Unnumbered<ResponseEvent>, encode: EncodeEvent = JSON.stringify): TurnEvent {
    const numbered = event as ResponseEvent;
    numbered.sequence_number = this.#sequence++;
    return new TurnEvent(numbered, encode);
  }

  #sendKeepAlive(): void {
    if (this.#state !== "queued" && this.#state !== "in_progress") return;
    if (this.#context.keepAliveEvent === "response.in_progress") {
      const response = this.response;
      if (response !== null) this.#emit(events.inProgress(response), this.#encode);
      return;
    }
    this.#emit(this.#waiting?.keepalive() ?? events.keepalive());
  }
}
