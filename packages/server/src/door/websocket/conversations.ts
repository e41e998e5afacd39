import {
  type ApiError,
  apiError,
  type CreateFrame,
  errorFrame,
  events,
  type InterruptFrame,
  type RefusedFrame,
  type ResumeFrame,
  type ServerFrame,
  type SteerFrame,
} from "@flint/protocol";
import { type ChainEntry, ChainStore } from "../../chain/index.ts";
import { type LaneJob, type LaneLoad, Lanes } from "../../lane/index.ts";
import type { FoundLog, Recording } from "../../response/index.ts";
import { Turn, type TurnEvent, type TurnOrder } from "../../turn/index.ts";
import { resolveRequest } from "../resolve-request.ts";
import { asApiError, noEvents, type Shared, shuttingDown } from "../shared.ts";

export interface ConversationsOptions {
  readonly shared: Shared;
  send(frame: ServerFrame): void;
  /** Sends a frame that is text already; `sent` is called once it has left, or cannot. */
  sendText(text: string, sent?: () => void): void;
  /** Called each time no response runs or waits any more. */
  onIdle(): void;
}

/** One connection's lanes, the responses that it may continue, and the steers and interrupts for them. */
export class Conversations {
  readonly #shared: Shared;
  readonly #send: (frame: ServerFrame) => void;
  readonly #sendText: (text: string, sent?: () => void) => void;
  readonly #lanes: Lanes;
  readonly #chain: ChainStore;
  /** Turns that run, and those whose responses the chain keeps. */
  readonly #turns = new Map<string, Turn>();
  /** Responses of other connections that run and are followed here. */
  readonly #followed = new Map<string, Recording>();
  /** Fires when the connection is gone. */
  readonly #gone = new AbortController();
  #warmUps = 0;

  constructor({ shared, send, sendText, onIdle }: ConversationsOptions) {
    const { limits } = shared;
    this.#shared = shared;
    this.#send = send;
    this.#sendText = sendText;
    this.#lanes = new Lanes({
      concurrency: limits.responsesInFlight,
      queuedPerLane: limits.queuedPerLane,
      names: limits.laneNames,
      onIdle,
    });
    this.#chain = new ChainStore({
      capacity: limits.cachedResponses,
      bytes: limits.cachedBytes,
      onEvict: (entry) => this.#forget(entry.response.id),
    });
  }

  get idle(): boolean {
    return this.#lanes.idle;
  }

  /** Responses under way, and those that wait in their lanes. */
  get load(): LaneLoad {
    return this.#lanes.load;
  }

  create(frame: CreateFrame): void {
    const lane = frame.stream_id;
    const turn = this.#turnOn(lane);
    this.#submit(lane, { waits: () => turn.wait(), run: () => this.#run(turn, frame) });
  }

  resume(frame: ResumeFrame): void {
    this.#submit(frame.stream_id, { run: () => this.#replay(frame) });
  }

  steer({ previous_response_id, input }: SteerFrame): void {
    const turn = this.#turns.get(previous_response_id);
    if (turn !== undefined) {
      turn.steer(input);
      return;
    }
    const followed = this.#followed.get(previous_response_id);
    if (followed !== undefined) {
      const message =
        "a resumed response takes no steers: interrupt it, and continue it with response.create";
      followed.turn.steers.refuse(input, apiError("steering_not_supported", message));
      return;
    }
    const error = unknownResponse(previous_response_id);
    this.#send({ ...events.steerFailed({ previous_response_id, input }, error), sequence_number: 0 });
  }

  interrupt({ response_id, mode }: InterruptFrame): void {
    const turn = this.#turns.get(response_id) ?? this.#followed.get(response_id)?.turn;
    if (turn !== undefined) {
      turn.interrupt(mode);
      return;
    }
    const error = unknownResponse(response_id);
    this.#send({ ...events.interruptFailed(response_id, error), sequence_number: 0 });
  }

  /** Answers a frame that was refused. `previousId` is the response that it would have continued. */
  refuse({ error, steer, streamId }: RefusedFrame, previousId: string | null): void {
    if (steer === undefined) {
      this.#send(errorFrame(error, streamId));
      this.#evictParent(previousId, streamId);
      return;
    }
    const turn = this.#turns.get(steer.previous_response_id);
    if (turn === undefined) this.#send({ ...events.steerFailed(steer, error), sequence_number: 0 });
    else turn.steers.refuse(steer.input, error);
  }

  /** Stops every response, or leaves it to its grace period: nobody reads here any more. Safe to call twice. */
  end(): void {
    if (this.#gone.signal.aborted) return;
    this.#gone.abort();
    this.#lanes.clear();
    for (const turn of this.#turns.values()) {
      const recording = this.#shared.responses.running(turn.id);
      if (recording === null) turn.cancel();
      else recording.abandon();
    }
  }

  #submit(lane: string | undefined, job: LaneJob): void {
    try {
      this.#lanes.submit(lane, job);
    } catch (cause) {
      this.#send(errorFrame(asApiError(cause, this.#shared.logger), lane));
    }
  }

  // ── turns ─────────────────────────────────────────────────────────────────────────────────────────────────

  /** Runs a response and those that its steers begin, one after another, in the one place on its lane. */
  async #run(first: Turn, frame: CreateFrame): Promise<void> {
    let turn = first;
    let order: TurnOrder;
    try {
      order = await this.#orderOf(frame);
    } catch (cause) {
      turn.discard();
      this.#send(errorFrame(asApiError(cause, this.#shared.logger), frame.stream_id));
      this.#evictParent(frame.previous_response_id ?? null, frame.stream_id);
      return;
    }
    while (!this.#gone.signal.aborted) {
      this.#turns.set(turn.id, turn);
      await turn.run(order);
      if (!turn.leadsOn) return;
      const parent = this.#chain.get(turn.id);
      if (parent === undefined || this.#shared.closing.aborted) {
        turn.handOver()?.release();
        turn.steers.fail(
          "the connection or the server is going away: send the input again on another connection",
        );
        return;
      }
      order = successorOf(turn, order, parent);
      turn = this.#turnOn(turn.lane);
    }
    turn.discard();
    order.thread?.release();
  }

  async #orderOf(frame: CreateFrame): Promise<TurnOrder> {
    if (this.#shared.closing.aborted) throw shuttingDown();
    const { stream_id: lane, generate, type: _, ...asked } = frame;
    const local = this.#chain.get(asked.previous_response_id ?? "");
    const find = (id: string) => local ?? this.#shared.responses.entry(id);
    const { request, model, parent } = await resolveRequest(this.#shared, asked, find);
    const before = parent === null ? undefined : this.#turns.get(parent.response.id);
    return {
      request,
      model,
      parent,
      fork: local !== undefined && local.lane !== lane,
      warmUp: generate === false,
      steers: before !== undefined && before.lane === lane ? before.steers.take() : [],
      thread: null,
    };
  }

  #turnOn(lane: string | undefined): Turn {
    const { threads, limits, logger, responses, metrics, cacheGuardian } = this.#shared;
    const recorder = responses.recorder();
    const turn: Turn = new Turn({
      threads,
      lane,
      keepAlive: limits.keepAlive,
      keepAliveEvent: "keepalive",
      pendingSteers: limits.pendingSteers,
      summaryTokens: limits.summaryTokens,
      connection: this.#gone.signal,
      warmUp: (prefill) => this.#warmUp(prefill),
      begins: (order) => recorder.begin(turn, order),
      send: (event) => {
        recorder.append(event);
        this.#deliver(event, lane);
      },
      remember: (end) => {
        if (!this.#gone.signal.aborted) this.#chain.put(end.entry);
        return recorder.remember(end);
      },
      ended: () => {
        recorder.end();
        if (turn.response !== null) metrics?.ended(turn.response);
      },
      cacheBroke: (response, tip, broke) => cacheGuardian.broke(response, tip, broke),
      failed: (response, cause) => logger.warn({ response, err: cause }, "a response failed"),
    });
    return turn;
  }

  #deliver(event: TurnEvent, lane: string | undefined): void {
    if (!this.#gone.signal.aborted) this.#sendText(onLane(event.text, lane));
  }

  #warmUp(prefill: () => Promise<void>): Promise<void> | null {
    if (this.#warmUps >= this.#shared.limits.warmUps) return null;
    this.#warmUps++;
    return prefill().then(() => {
      this.#warmUps--;
    });
  }

  // ── responses of other connections ────────────────────────────────────────────────────────────────────────

  async #replay({ response_id: id, starting_after = -1, stream_id: lane }: ResumeFrame): Promise<void> {
    try {
      const found = await this.#shared.responses.log(id);
      if (found === null) throw noEvents(id);
      await this.#follow(id, found, starting_after, lane);
    } catch (cause) {
      this.#send(errorFrame(asApiError(cause, this.#shared.logger), lane));
    }
  }

  /** Sends the events no faster than they are read, and takes the response over into this connection's chain. */
  async #follow(
    id: string,
    { log, recording }: FoundLog,
    after: number,
    lane: string | undefined,
  ): Promise<void> {
    recording?.attach();
    if (recording !== null && !this.#turns.has(id)) this.#followed.set(id, recording);
    try {
      for await (const events of log.follow(after, this.#gone.signal)) {
        // Set before the terminal event is there to be sent: a create may name the response right after it.
        const entry = recording?.entry ?? null;
        if (entry !== null && !this.#turns.has(id)) this.#chain.put({ ...entry, lane });
        await this.#sendAll(events.map(({ text }) => onLane(text, lane)));
      }
    } finally {
      this.#followed.delete(id);
      recording?.detach();
    }
  }

  #sendAll(texts: readonly string[]): Promise<void> {
    return new Promise((resolve) => {
      const last = texts.length - 1;
      for (const [at, text] of texts.entries()) this.#sendText(text, at === last ? resolve : undefined);
    });
  }

  // ── the chain ─────────────────────────────────────────────────────────────────────────────────────────────

  /** A failed create loses its own lane the response that it would have continued; that of another lane stays. */
  #evictParent(id: string | null, lane: string | undefined): void {
    const entry = id === null ? undefined : this.#chain.get(id);
    if (entry === undefined || entry.lane !== lane) return;
    this.#chain.delete(entry.response.id);
    this.#forget(entry.response.id);
  }

  #forget(id: string): void {
    const turn = this.#turns.get(id);
    turn?.steers.fail("the response is no longer kept: send the input again in a new conversation");
    this.#turns.delete(id);
  }
}

/** The response that steers begin: the same settings, on from where the steered one stopped. */
function successorOf(turn: Turn, order: TurnOrder, parent: ChainEntry): TurnOrder {
  return {
    request: { ...order.request, previous_response_id: turn.id, input: [] },
    model: order.model,
    parent,
    fork: false,
    warmUp: false,
    steers: turn.steers.take(),
    thread: turn.handOver(),
  };
}

/** The frame of an encoded event on a lane. */
function onLane(text: string, lane: string | undefined): string {
  return lane === undefined ? text : `${text.slice(0, -1)},"stream_id":"${lane}"}`;
}

function unknownResponse(id: string): ApiError {
  return apiError("response_not_found", `there is no response \`${id}\` on this connection`);
}
