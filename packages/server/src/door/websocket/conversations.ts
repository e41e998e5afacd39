import {
  type ApiError,
  apiError,
  type CreateFrame,
  errorFrame,
  events,
  type InterruptFrame,
  type RefusedFrame,
  type ServerFrame,
  type SteerFrame,
} from "@flint/protocol";
import { type ChainEntry, ChainStore } from "../../chain/index.ts";
import { Lanes } from "../../lane/index.ts";
import { Turn, type TurnContext, type TurnOrder } from "../../turn/index.ts";
import { asApiError, parentOf, type Shared, shuttingDown } from "../shared.ts";

export interface ConversationsOptions {
  readonly shared: Shared;
  send(frame: ServerFrame): void;
  /** Called each time no response runs or waits any more. */
  onIdle(): void;
}

/** One connection's lanes, the responses that it may continue, and the steers and interrupts for them. */
export class Conversations {
  readonly #shared: Shared;
  readonly #send: (frame: ServerFrame) => void;
  readonly #lanes: Lanes;
  readonly #chain: ChainStore;
  /** Turns that run, and those whose responses the chain keeps. */
  readonly #turns = new Map<string, Turn>();
  /** Fires when the connection is gone. */
  readonly #gone = new AbortController();
  #warmUps = 0;

  constructor({ shared, send, onIdle }: ConversationsOptions) {
    const { limits } = shared;
    this.#shared = shared;
    this.#send = send;
    this.#lanes = new Lanes({
      concurrency: limits.responsesInFlight,
      queuedPerLane: limits.queuedPerLane,
      names: limits.laneNames,
      onIdle,
    });
    this.#chain = new ChainStore({
      capacity: limits.cachedResponses,
      keepLatestOfLane: true,
      onEvict: (entry) => this.#forget(entry.response.id),
    });
  }

  get idle(): boolean {
    return this.#lanes.idle;
  }

  create(frame: CreateFrame): void {
    const lane = frame.stream_id;
    const turn = new Turn(this.#contextOf(lane));
    try {
      this.#lanes.submit(lane, { waits: () => turn.wait(), run: () => this.#run(turn, frame) });
    } catch (cause) {
      this.#send(errorFrame(asApiError(cause, this.#shared.logger), lane));
    }
  }

  steer({ previous_response_id, input }: SteerFrame): void {
    const turn = this.#turns.get(previous_response_id);
    if (turn !== undefined) {
      turn.steer(input);
      return;
    }
    const error = unknownResponse(previous_response_id);
    this.#send({ ...events.steerFailed({ previous_response_id, input }, error), sequence_number: 0 });
  }

  interrupt({ response_id, mode }: InterruptFrame): void {
    const turn = this.#turns.get(response_id);
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

  /** Stops every response: nobody reads them any more. */
  end(): void {
    this.#gone.abort();
    this.#lanes.clear();
    for (const turn of this.#turns.values()) turn.cancel();
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
        turn.steers.fail("the server is shutting down: send the input again on another connection");
        return;
      }
      order = successorOf(turn, order, parent);
      turn = new Turn(this.#contextOf(turn.lane));
    }
    turn.discard();
    order.thread?.release();
  }

  async #orderOf(frame: CreateFrame): Promise<TurnOrder> {
    if (this.#shared.closing.aborted) throw shuttingDown();
    const { stream_id: lane, generate, type: _, ...request } = frame;
    const local = this.#chain.get(request.previous_response_id ?? "");
    const parent = parentOf(request, (id) => local ?? this.#shared.stored.get(id));
    const model = await this.#shared.models.resolve(request.model ?? parent?.response.model);
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

  #contextOf(lane: string | undefined): TurnContext {
    const { threads, limits, logger, stored } = this.#shared;
    return {
      threads,
      lane,
      keepAlive: limits.keepAlive,
      keepAliveEvent: "keepalive",
      pendingSteers: limits.pendingSteers,
      connection: this.#gone.signal,
      warmUp: (prefill) => this.#warmUp(prefill),
      send: this.#send,
      remember: (entry) => {
        if (!this.#gone.signal.aborted) this.#chain.put(entry);
        if (entry.response.store) stored.put(entry);
      },
      failed: (response, cause) => logger.warn({ response, err: cause }, "a response failed"),
    };
  }

  #warmUp(prefill: () => Promise<void>): Promise<void> | null {
    if (this.#warmUps >= this.#shared.limits.warmUps) return null;
    this.#warmUps++;
    return prefill().then(() => {
      this.#warmUps--;
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

function unknownResponse(id: string): ApiError {
  return apiError("response_not_found", `there is no response \`${id}\` on this connection`);
}
