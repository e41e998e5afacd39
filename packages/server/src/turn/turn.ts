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
import { type Ending, endingOfStop, isContinuable, type StopReason, terminalEvent } from "./ending.ts";
import { Measure } from "./measure.ts";
import { generateRequestOf, inputLink, promptOf, type TurnContext, type TurnOrder } from "./order.ts";
import { lateInterrupt, lateSteer, OverTurn, type OverTurnOptions, unknownMode } from "./over-turn.ts";
import { beginResponse, echoOf, endResponse, failedInstead } from "./response-object.ts";
import { letGoOf, requiredInput, type SentSteer, Steers, steerOfCompaction } from "./steers.ts";
import { TurnEvent } from "./turn-event.ts";
import { TurnThread } from "./turn-thread.ts";
import { usageOf } from "./usage.ts";
import { Waiting } from "./waiting.ts";

/** What a turn has once it has begun. */
interface Course {
  readonly order: TurnOrder;
  /** The conversation up to and with the input. */
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
 * Three things stop it early. An interrupt and a cancel stop the engine at once. A steer stops it at its
 * boundary: for messages and reasoning the next engine step (or, if the request wants it, the item's end); a tool
 * call is always finished. A steered response with tool calls ends as `completed`, since it takes their outputs
 * to go on, and its steers wait for them. Every other one ends as `incomplete`, and its steers begin the next.
 */
export class Turn {
  readonly id = newId("resp");
  readonly steers: Steers;
  readonly #context: TurnContext;
  readonly #arrived = performance.now();
  readonly #engine = new AbortController();
  readonly #writer = new ItemWriter((event, encode) => this.#emit(event, encode));
  /** For the events that carry the response. */
  #encode: EncodeEvent = JSON.stringify;
  #keepAlive: NodeJS.Timeout | undefined;
  #state: ResponseStatus = "queued";
  #course: Course | null = null;
  #sequence = 0;
  #stop: StopReason | null = null;
  /** What the engine still says is not part of the response. */
  #cut = false;
  #leadsOn = false;
  /** Events that wait for the terminal one to go out; null where none has to. */
  #held: Unnumbered<ResponseEvent>[] | null = null;
  /** What it waits for before it answers. */
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

  /** The response as it stood at its last lifecycle event; null while it is queued. */
  get response(): ResponseObject | null {
    return this.#course?.response ?? null;
  }

  /** Whether it was told to stop, though it may not have begun. */
  get isStopped(): boolean {
    return this.#stop !== null && this.#stop !== "steered";
  }

  /** Whether the response is over, and the steers that wait begin the next one by themselves. */
  get leadsOn(): boolean {
    return this.#leadsOn && this.steers.size > 0;
  }

  /** The thread left to the response that the steers begin; null if there is none. */
  handOver(): ThreadLease | null {
    return this.#course?.thread.handOver() ?? null;
  }

  /** Leaves that thread, if there is one, where the conversation stands: nobody goes on from there for now. */
  rest(tip: PromptLink | null): void {
    if (this.#leadsOn) this.#course?.thread.park(tip);
  }

  /** What is to be kept of it once it is over; null while its steers wait, or may be sent again. */
  over(send: OverTurnOptions["send"]): OverTurn | null {
    if (this.steers.areUsed) return null;
    const { id, lane } = this;
    return new OverTurn({ id, lane, status: this.#state, sequence: this.#sequence, send });
  }

  // ── what others do to it ──────────────────────────────────────────────────────────────────────────────────

  /** Sends keep-alives from now on, though it is not its time yet. */
  wait(): void {
    this.#keepAlive ??= setInterval(() => this.#stayAlive(), this.#context.keepAlive);
  }

  /** Ends a queued turn without a trace. */
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
    letGoOf(order.steers);
    this.#context.ended();
  }

  /** Takes a steer and queues it, or tells its sender why not. One that is sent again is taken once. */
  steer(sent: SentSteer): void {
    const { input, requestId } = sent;
    if (this.steers.repeats(sent)) return;
    if (!this.#isStoppable()) {
      this.steers.refuse(input, lateSteer(this.#state), requestId);
      return;
    }
    if (this.#course !== null && asksForCompaction(this.#course.order.request.input)) {
      this.steers.refuse(input, steerOfCompaction(), requestId);
      return;
    }
    if (!this.steers.accept(sent)) return;
    this.#course?.measure.stopAsked();
    if (this.#isAtBoundary()) this.#stopEngine("steered");
  }

  /** Ends the response within one engine step, or a queued one as it begins; or tells why not. `name`: of the asker's. */
  interrupt(mode?: string, name = this.id): void {
    const error = unknownMode(mode) ?? (this.#isStoppable() ? null : lateInterrupt());
    if (error !== null) {
      this.#emit(events.interruptFailed(name, error));
      return;
    }
    this.#emit(events.interruptAccepted(name));
    this.#course?.measure.stopAsked();
    this.#stopEngine("interrupted");
  }

  /** Ends the response within one engine step; nobody can continue it. */
  cancel(): void {
    if (!this.#isStoppable()) return;
    this.#course?.measure.stopAsked();
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
    const waiting = new Waiting(measure, () => this.#stayAlive());
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
    if (this.#cut) return;
    if (this.steers.size > 0 && this.#writer.open !== null && this.#writer.begins(burst)) {
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
    if (finish.reason === "aborted" || this.#cut) {
      this.#writer.finish("incomplete");
      const waits = requiredInput(this.#writer.done).length > 0;
      return waits ? { status: "completed" } : { status: "incomplete", reason: "steered" };
    }
    if (finish.reason === "length" || this.#writer.open?.isHalf?.()) {
      // Half a tool call gets no `done`: a client runs a tool the moment it sees one.
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
    // A steered item keeps what the engine's last step adds to it; an interrupted one is dropped anyway.
    this.#cut = reason !== "steered" || this.#writer.open === null;
    this.#engine.abort();
  }

  // ── in_progress ▸ the end ─────────────────────────────────────────────────────────────────────────────────

  async #end(course: Course, ending: Ending): Promise<void> {
    // A copy is as long as it is; what has grown by pieces has room for more.
    const done = [...this.#writer.done];
    const open = this.#writer.abandon();
    const isInterrupted = ending.status === "incomplete" && ending.reason === "interrupted";
    if (open !== null && isInterrupted) {
      this.#emit(events.itemInterrupted(this.id, open.id, open.outputIndex));
    }
    const tip = done.length === 0 ? course.tip : { parent: course.tip, items: done };
    const required = requiredInput(done);
    this.#state = ending.status;
    this.#leadsOn = isContinuable(ending) && !isInterrupted && required.length === 0 && this.steers.size > 0;
    course.response = endResponse(course.response, {
      status: ending.status,
      completed_at: ending.status === "completed" ? Math.floor(Date.now() / 1000) : null,
      output: open === null || isInterrupted ? done : [...done, open.snapshot("incomplete")],
      usage: usageOf(this.#prefill, this.#finish),
      error: ending.status === "failed" ? responseErrorOf(ending.cause) : null,
      incomplete_details: "reason" in ending ? { reason: ending.reason } : null,
      flint: course.measure.told(this.#prefill, this.#finish),
    });
    if (ending.status === "failed") {
      this.#context.failed(this.id, ending.cause);
      course.thread.leave(ending.cause);
    } else if (!this.#leadsOn) {
      course.thread.park(isContinuable(ending) ? tip : null);
    }
    await this.#close(course, isContinuable(ending) ? tip : null, null);
    this.steers.settle(course.response, required);
  }

  // ── warm-up: completed at once, prefilled meanwhile ───────────────────────────────────────────────────────

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
      // The client learns of it from the create that continues the warm-up: that one fails in the same way, if it fails.
      own.leave(cause);
      if (!signal.aborted) this.#context.notWarmed(this.id, cause);
    }
  }

  // ── what it says ──────────────────────────────────────────────────────────────────────────────────────────

  /** Has the response remembered, and then tells of its end. */
  async #close(course: Course, tip: PromptLink | null, warm: Promise<void> | null): Promise<void> {
    const [{ response, tip: input }, encode] = [course, this.#encode];
    const terminal = this.#number(terminalEvent(response), encode);
    // It holds texts that a response which is kept has no use for.
    this.#encode = JSON.stringify;
    this.#held = [];
    const entry = { response, tip, lane: this.lane, warm };
    const error = (await this.#context.remember({ entry, input, terminal })) ?? null;
    this.#context.send(error === null ? terminal : this.#failedInstead(course, terminal, error, encode));
    const held = this.#held;
    this.#held = null;
    for (const event of held) this.#emit(event);
  }

  /** The end of a response that others have ended so meanwhile. */
  #failedInstead(course: Course, { event }: TurnEvent, error: ResponseError, encode: EncodeEvent): TurnEvent {
    course.response = failedInstead(course.response, error);
    if (this.#leadsOn) course.thread.park(null);
    this.#leadsOn = false;
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

  /** Numbers the event itself: it was made to be sent once. */
  #number(event: Unnumbered<ResponseEvent>, encode: EncodeEvent = JSON.stringify): TurnEvent {
    const numbered = event as ResponseEvent;
    numbered.sequence_number = this.#sequence++;
    return new TurnEvent(numbered, encode);
  }

  #stayAlive(): void {
    if (this.#state !== "queued" && this.#state !== "in_progress") return;
    if (this.#context.keepAliveEvent === "response.in_progress") {
      const response = this.response;
      if (response !== null) this.#emit(events.inProgress(response), this.#encode);
      return;
    }
    this.#emit(this.#waiting?.keepalive() ?? events.keepalive());
  }
}
