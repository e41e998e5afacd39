import {
  type ApiError,
  type CreateFrame,
  errorFrame,
  events,
  type InterruptFrame,
  type RefusedFrame,
  type ResumeFrame,
  type ServerFrame,
  type SteerFrame,
} from "@flint/protocol";
import { ChainStore } from "../../chain/index.ts";
import { type LaneJob, type LaneLoad, Lanes } from "../../lane/index.ts";
import type { RequestBytes } from "../../request-bytes.ts";
import type { FoundLog, Reader, Recording } from "../../response/index.ts";
import { type EventLog, EventsDropped } from "../../store/index.ts";
import { EndedTurn, releaseSteers, Turn, type TurnEvent, type TurnOrder } from "../../turn/index.ts";
import { readPosition, requireLog } from "../required-log.ts";
import { resolveRequest } from "../resolve-request.ts";
import { asApiError, type OwnShared, shuttingDown } from "../shared.ts";
import { commonContext } from "../turn-context.ts";
import type { ConversationsOptions } from "./conversations-options.ts";
import { KeptTurns } from "./kept-turns.ts";
import { Place } from "./place.ts";
import { interruptFound, ReadElsewhere } from "./read-elsewhere.ts";
import { Reading, withLane } from "./reading.ts";
import { GOING_AWAY, successorOrder, whyNoSuccessor } from "./successor.ts";
import { refusedInterrupt, refusedSteer } from "./unknown-response.ts";
import { WaitingCreates } from "./waiting-creates.ts";
import { WarmUps } from "./warm-ups.ts";

/** A connection's lanes, the responses it may continue, and the steers and interrupts sent to them. */
export class Conversations {
  readonly #shared: OwnShared;
  readonly #send: (frame: ServerFrame) => void;
  readonly #sendText: (text: string, sent?: () => void) => void;
  readonly #sendDelta: (text: string) => void;
  readonly #requestBytes: RequestBytes;
  readonly #lanes: Lanes;
  readonly #chain: ChainStore;
  readonly #turns = new KeptTurns((event, lane) => this.#deliver(event, lane));
  readonly #waiting: WaitingCreates;
  /** Fires when the connection has closed. */
  readonly #gone = new AbortController();
  readonly #reader: Reader = {
    receivesSuccessors: true,
    gone: this.#gone.signal,
    onLateEvent: (id, event) => this.#turns.deliverLate(id, event),
    onForgotten: (turn) => this.#turns.shrink(turn),
  };
  readonly #elsewhere = new ReadElsewhere(this.#reader);
  readonly #warmUps: WarmUps;
  readonly #unsubscribeDeleted: () => void;

  constructor({ shared, requestBytes, send, sendText, sendDelta, onIdle }: ConversationsOptions) {
    const { limits } = shared;
    this.#shared = shared;
    this.#warmUps = new WarmUps(limits);
    this.#waiting = new WaitingCreates(shared.responses);
    this.#send = send;
    this.#sendText = sendText;
    this.#sendDelta = sendDelta;
    this.#requestBytes = requestBytes;
    this.#lanes = new Lanes({
      concurrency: limits.responsesInFlight,
      queuedPerLane: limits.queuedPerLane,
      names: limits.laneNames,
      requestBytes,
      onIdle,
    });
    this.#chain = new ChainStore({
      capacity: limits.cachedResponses,
      bytes: limits.cachedBytes,
      onEvict: (entry) => this.#forget(entry.response.id),
    });
    this.#unsubscribeDeleted = shared.responses.onDeleted((id) => {
      this.#chain.delete(id);
      this.#forget(id);
    });
  }

  get idle(): boolean {
    return this.#lanes.idle;
  }

  /** Counts of running responses and of those queued in their lanes. */
  get load(): LaneLoad {
    return this.#lanes.load;
  }

  /** `bytes` is the size of the frame as received. */
  create(frame: CreateFrame, bytes: number): void {
    const lane = frame.stream_id;
    const turn = this.#createTurn(lane, null);
    const job: LaneJob = {
      bytes,
      waits: () => turn.wait(),
      drop: () => this.#waiting.discard(frame.flint?.request_id, turn),
      run: () => this.#run(turn, frame),
    };
    if (this.#submit(lane, job)) this.#waiting.add(frame, turn);
  }

  resume({ response_id: id, starting_after = -1, stream_id: lane }: ResumeFrame): void {
    const find = () => requireLog(this.#shared, id);
    this.#submit(lane, { bytes: 0, run: () => this.#replay(lane, find, starting_after) });
  }

  /** `bytes` as in {@link create}. */
  steer(frame: SteerFrame, bytes: number): void {
    const { previous_response_id: id, input, flint } = frame;
    const turn = this.#turns.get(id);
    const weigh = () => this.#requestBytes.hold(bytes);
    if (turn !== undefined) turn.steer({ input, requestId: flint?.request_id, weigh });
    else this.#send(refusedSteer(frame, this.#elsewhere.get(id) !== undefined));
  }

  /** Interrupts a response, or a waiting create by its request id: that gets a reply in its turn, but is not run. */
  interrupt({ response_id, mode }: InterruptFrame): void {
    const turn = this.#turns.get(this.#shared.responses.running(response_id)?.turn.id ?? response_id);
    const waiting = this.#waiting.get(response_id);
    const refuse = (error?: ApiError) => this.#send(refusedInterrupt(response_id, error));
    const interrupt = (id: string) => this.#elsewhere.get(id)?.interrupt(mode) ?? refuse();
    const failed = (cause: unknown) => refuse(asApiError(cause, this.#shared.logger));
    if (turn !== undefined) turn.interrupt(mode);
    else if (waiting !== undefined) waiting.interrupt(mode, response_id);
    else if (this.#elsewhere.size === 0) refuse();
    else this.#shared.responses.idOf(response_id).then(interrupt).catch(failed);
  }

  /** Answers an invalid frame. `previousId` is the response that it would have continued. */
  refuse({ error, steer, streamId }: RefusedFrame, previousId: string | null): void {
    if (steer === undefined) {
      this.#send(errorFrame(error, streamId));
      this.#evictParent(previousId, streamId);
      return;
    }
    const turn = this.#turns.get(steer.previous_response_id);
    if (turn === undefined) this.#send({ ...events.steerFailed(steer, error), sequence_number: 0 });
    else if (turn instanceof EndedTurn) turn.refuse(steer.input, error);
    else turn.steers.refuse(steer.input, error);
  }

  /** Cancels every response; the client receives their final events. */
  cancelAll(): void {
    for (const turn of this.#turns.values()) if (turn instanceof Turn) turn.cancel();
  }

  /** Cancels every response, or leaves it to its grace period: the client has disconnected. May be called twice. */
  end(): void {
    if (this.#gone.signal.aborted) return;
    this.#gone.abort("the connection is closed");
    this.#unsubscribeDeleted();
    this.#lanes.clear();
    for (const turn of this.#turns.values()) {
      if (turn instanceof EndedTurn) continue;
      const recording = this.#shared.responses.recordingOf(turn);
      if (recording === null) {
        turn.cancel();
        turn.steers.drop();
      } else recording.detach(this.#reader);
    }
    // A response that continues elsewhere references this connection, which must not retain all earlier turns.
    this.#turns.clear();
  }

  /** Returns whether the lane accepted the job; if not, sends the client the reason. */
  #submit(lane: string | undefined, job: LaneJob): boolean {
    try {
      this.#lanes.submit(lane, job);
      return true;
    } catch (cause) {
      this.#send(errorFrame(asApiError(cause, this.#shared.logger), lane));
      return false;
    }
  }

  // ── turns ─────────────────────────────────────────────────────────────────────────────────────────────────

  async #run(turn: Turn, frame: CreateFrame): Promise<void> {
    const lane = frame.stream_id;
    const { responses, logger } = this.#shared;
    const requestId = frame.flint?.request_id;
    const place = new Place(this.#shared.account, turn);
    let order: TurnOrder;
    let isClaimed = false;
    let isLetIn = false;
    try {
      const begun = await responses.claim(frame);
      if (begun !== null) {
        this.#waiting.discard(requestId, turn);
        if (turn.isStopped && !begun.log.ended) await interruptFound(begun);
        await this.#replay(lane, async () => begun, -1);
        return;
      }
      isClaimed = requestId !== undefined;
      await place.enter();
      isLetIn = true;
      order = await this.#orderOf(frame);
      this.#waiting.remove(requestId, turn);
    } catch (cause) {
      place.leave();
      this.#waiting.discard(requestId, turn);
      if (isClaimed) responses.unclaim(requestId);
      const error = asApiError(cause, logger);
      this.#send(errorFrame(error, lane));
      // Requests refused by limits or an unavailable store will be retried unchanged, so the parent is kept.
      const isAgain = !isLetIn || error.status === 429 || error.code === "store_unavailable";
      if (!isAgain) this.#evictParent(frame.previous_response_id ?? null, lane);
      return;
    }
    await this.#runChain(place, order);
  }

  /** Runs a response and then those that its steers begin, one after another, in the same place on its lane. */
  async #runChain(place: Place, firstOrder: TurnOrder): Promise<void> {
    let turn = place.turn;
    let order = firstOrder;
    while (!this.#gone.signal.aborted) {
      place.turn = turn;
      this.#turns.set(turn);
      await turn.run(order);
      const next = await this.#successorOf(turn, order);
      this.#shrinkTurn(turn);
      if (next === null) return place.leave();
      order = next;
      turn = this.#createTurn(turn.lane, this.#shared.responses.recordingOf(turn));
    }
    place.leave();
    turn.discard();
    order.thread?.release();
    releaseSteers(order.steers);
    this.#shared.responses.unclaim(order.request.flint?.request_id);
  }

  /** Shrinks the turn, unless other connections can still resume it. */
  #shrinkTurn(turn: Turn): void {
    if (this.#shared.responses.recordingOf(turn) === null) this.#turns.shrink(turn);
  }

  /** Returns the order to run next without a request; null if there is none, or another connection runs it. */
  async #successorOf(turn: Turn, order: TurnOrder): Promise<TurnOrder | null> {
    const hasNext = () => turn.hasNext && this.#isHolderOf(turn);
    const refusal = hasNext() ? await whyNoSuccessor(this.#shared) : null;
    const parent = this.#chain.get(turn.id);
    // The connection may have closed and dropped the steers, or another one has resumed the response.
    if (!turn.hasNext) turn.parkThread(parent?.tip ?? null);
    if (!hasNext()) return null;
    const why = parent === undefined || this.#shared.closing.aborted ? GOING_AWAY : refusal;
    if (parent !== undefined && why === null) return successorOrder(turn, order, parent);
    turn.parkThread(parent?.tip ?? null);
    turn.steers.fail(why ?? GOING_AWAY);
    return null;
  }

  /** Whether the response is read here, and no other connection has resumed it since. */
  #isHolderOf(turn: Turn): boolean {
    const recording = this.#shared.responses.recordingOf(turn);
    return recording === null || recording.holder === this.#reader;
  }

  async #orderOf(frame: CreateFrame): Promise<TurnOrder> {
    if (this.#shared.closing.aborted) throw shuttingDown();
    const { stream_id: lane, generate, type: _, ...asked } = frame;
    const local = this.#chain.get(asked.previous_response_id ?? "");
    const find = (id: string) => local ?? this.#shared.responses.entry(id);
    const runs = (id: string) => this.#turns.isRunning(id);
    const { request, model, parent } = await resolveRequest(this.#shared, asked, find, runs);
    const before = local === undefined ? undefined : this.#turns.get(local.response.id);
    const takesSteers = before instanceof Turn && local?.lane === lane && this.#isHolderOf(before);
    return {
      request,
      model,
      parent,
      fork: local !== undefined && local.lane !== lane,
      warmUp: generate === false,
      steers: takesSteers ? before.steers.take() : [],
      thread: null,
    };
  }

  #createTurn(lane: string | undefined, before: Recording | null): Turn {
    const recorder = this.#shared.responses.recorder({ reader: this.#reader, before });
    const gone = this.#gone.signal;
    const turn: Turn = new Turn({
      ...commonContext(this.#shared, recorder, () => turn),
      lane,
      keepAliveEvent: "keepalive",
      get connection() {
        return recorder.recording?.keeperGone ?? gone;
      },
      warmUp: (prefill) => this.#warmUps.run(prefill),
      send: (event) => {
        recorder.append(event);
        this.#deliver(event, lane);
      },
      remember: (end) => {
        if (!gone.aborted) this.#chain.put(end.entry);
        return recorder.remember(end)?.then((error) => {
          if (error !== null) this.#chain.delete(turn.id);
          return error;
        });
      },
    });
    return turn;
  }

  #deliver(event: TurnEvent, lane: string | undefined): void {
    if (this.#gone.signal.aborted) return;
    const text = withLane(event.text, lane);
    if (event.type.endsWith(".delta")) this.#sendDelta(text);
    else this.#sendText(text);
  }

  // ── responses of other connections ────────────────────────────────────────────────────────────────────────

  async #replay(lane: string | undefined, find: () => Promise<FoundLog>, after: number): Promise<void> {
    try {
      const found = await find();
      if (!this.#gone.signal.aborted) await this.#continueWith(found, readPosition(found, after), lane);
    } catch (cause) {
      this.#send(errorFrame(asApiError(cause, this.#shared.logger), lane));
    }
  }

  /** Sends a response's events, then continues with the responses that follow it, as if it had begun here. */
  async #continueWith(found: FoundLog, after: number, lane: string | undefined): Promise<void> {
    const { recording } = found;
    // A response of this connection or of another server is not taken over, only read.
    if (recording === null || this.#turns.has(recording.turn.id)) {
      const reading = this.#reading(found.log, after, lane, () => {}).follow(this.#gone.signal);
      await this.#elsewhere.attachDuring(found, reading);
      return;
    }
    await this.#takeOver(recording, after, lane);
    let last = recording;
    while (this.#isHolderOf(last.turn)) {
      const next = last.successor;
      if (next === null) {
        const order = await this.#successorOf(last.turn, last.order);
        if (order !== null)
          await this.#runChain(Place.occupied(this.#shared.account, this.#createTurn(lane, last)), order);
        return;
      }
      if (this.#turns.has(next.turn.id)) return;
      await this.#takeOver(next, -1, lane);
      last = next;
    }
  }

  async #takeOver(recording: Recording, after: number, lane: string | undefined): Promise<void> {
    const { turn, log } = recording;
    // If its events were dropped from the log, its current reader keeps it.
    if (log.read(after, 1) === null) throw new EventsDropped();
    let isKept = false;
    // Adds it to this connection's chain once it has ended, to be continued from here.
    const keep = () => {
      const { entry } = recording;
      if (isKept || entry === null || this.#gone.signal.aborted) return;
      isKept = true;
      this.#chain.put({ ...entry, lane });
    };
    const reading = this.#reading(log, after, lane, keep);
    this.#turns.set(turn, reading);
    recording.attach(this.#reader);
    try {
      await reading.follow(this.#gone.signal);
    } catch (cause) {
      recording.detach(this.#reader);
      this.#turns.delete(turn.id);
      throw cause;
    }
    // If the client already had its last event, nothing was sent.
    keep();
  }

  /** `beforeSending` is called before each send: a create may name the response right after its terminal event. */
  #reading(log: EventLog, after: number, lane: string | undefined, beforeSending: () => void): Reading {
    return new Reading({ log, after, lane, send: this.#sendText, beforeSending });
  }

  // ── the chain ─────────────────────────────────────────────────────────────────────────────────────────────

  /** Evicts the parent of a failed create from the chain, if it belongs to the same lane. */
  #evictParent(id: string | null, lane: string | undefined): void {
    const entry = id === null ? undefined : this.#chain.get(id);
    if (entry === undefined || entry.lane !== lane) return;
    this.#chain.delete(entry.response.id);
    this.#forget(entry.response.id);
  }

  #forget(id: string): void {
    const turn = this.#turns.get(id);
    if (turn === undefined) return;
    if (turn instanceof Turn && this.#isHolderOf(turn)) {
      turn.steers.fail("the response is no longer kept: send the input again in a new conversation");
    }
    this.#turns.delete(id);
  }
}
