import type { ServerResponse } from "node:http";
import { type ApiError, apiError, type CreateRequest, type ResponseObject } from "@flint/protocol";
import { apiErrorOf } from "../../errors/index.ts";
import { type FoundLog, type Reader, streamReader } from "../../response/index.ts";
import { Turn, type TurnEvent, type TurnOrder } from "../../turn/index.ts";
import { resolveRequest } from "../resolve-request.ts";
import { type OwnShared, type Shared, shuttingDown } from "../shared.ts";
import { commonContext } from "../turn-context.ts";
import { EventStream } from "./event-stream.ts";

/** Resolves a request to an order for a turn. Rejects with ApiError. */
async function orderOf(shared: OwnShared, request: CreateRequest): Promise<TurnOrder> {
  const resolved = await resolveRequest(shared, request, (id) => shared.responses.entry(id));
  if (shared.closing.aborted) throw shuttingDown();
  return { ...resolved, fork: false, warmUp: false, steers: [], thread: null };
}

/** Counts a running response. Throws ApiError if the limit is reached. */
function addHttpTurn({ httpTurns, limits }: Shared, turn: Pick<Turn, "cancel">): void {
  if (httpTurns.size >= limits.httpResponses) {
    const message = `${limits.httpResponses} responses are being generated: try again when one has ended`;
    throw apiError("rate_limit_exceeded", message);
  }
  httpTurns.add(turn);
}

/** A response that is streamed to one client. */
export interface TurnStream {
  readonly events: EventStream;
  /** Resolves when the response has ended, whether or not its client is still connected. */
  readonly over: Promise<void>;
  /** Fires when its client has disconnected. */
  readonly gone: AbortSignal;
  /** Drops the client. */
  leave(): void;
}

export const STREAM_HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-cache",
};

function turnFor(shared: OwnShared, reader: Reader, deliver: (event: TurnEvent) => void): Turn {
  const recorder = shared.responses.recorder({ reader, before: null });
  const turn: Turn = new Turn({
    ...commonContext(shared, recorder, () => turn),
    lane: undefined,
    keepAliveEvent: "response.in_progress",
    get connection() {
      return recorder.recording?.keeperGone ?? null;
    },
    warmUp: () => null,
    send: (event) => {
      recorder.append(event);
      deliver(event);
    },
    remember: (end) => recorder.remember(end),
  });
  return turn;
}

/** An admitted response, to be run or released. */
export interface Admitted {
  readonly order: TurnOrder;
  /** Sets the turn that runs it. */
  runs(turn: Turn): void;
  /** Returns why it was stopped: its account may no longer make requests. Null if it was not. */
  whyStopped(): ApiError | null;
  release(): void;
}

/**
 * Does what {@link orderOf} does, for a response that will run: counts it against the server's limit and its account's.
 */
export async function admit(shared: OwnShared, request: CreateRequest): Promise<Admitted> {
  let running: Turn | null = null;
  let stopped: ApiError | null = null;
  const entered = { cancel: () => running?.cancel() };
  const leave = await shared.account.begin((why) => {
    stopped = why;
    entered.cancel();
  });
  const release = () => {
    shared.httpTurns.delete(entered);
    leave();
  };
  try {
    const order = await orderOf(shared, request);
    if (stopped !== null) throw stopped;
    // Counted now rather than when it runs: other waiting requests may be admitted in between.
    addHttpTurn(shared, entered);
    return {
      order,
      runs: (turn) => {
        running = turn;
      },
      whyStopped: () => stopped,
      release,
    };
  } catch (cause) {
    release();
    throw cause;
  }
}

async function run(turn: Turn, { order, runs, release }: Admitted): Promise<void> {
  runs(turn);
  await turn.run(order);
  release();
}

/** Handles the client's disconnection: cancels the turn, or leaves a recorded one to its grace period. */
function handleDisconnect({ responses }: Shared, turn: Turn, reader: Reader): void {
  const recording = responses.recordingOf(turn);
  if (recording === null) turn.cancel();
  else recording.detach(reader);
}

/**
 * Runs the order to its end. Rejects with ApiError if the response failed. `signal` fires when the client disconnects.
 */
export async function answer(
  shared: OwnShared,
  admitted: Admitted,
  signal: AbortSignal,
): Promise<ResponseObject> {
  const reader = streamReader(signal);
  const turn = turnFor(shared, reader, () => {});
  const running = run(turn, admitted);
  onceAborted(signal, () => handleDisconnect(shared, turn, reader));
  await running;
  const why = admitted.whyStopped();
  if (why !== null) throw why;
  return answerOf(shared, turn);
}

/**
 * Returns the result of a response that an earlier request began, on this server or another. Rejects as {@link answer}
 * does.
 */
export async function answerExisting(
  shared: Shared,
  { id, log, recording, elsewhere }: FoundLog,
  signal: AbortSignal,
): Promise<ResponseObject> {
  const reader = streamReader(signal);
  const run = recording ?? elsewhere;
  run?.attach(reader);
  onceAborted(signal, () => run?.detach(reader));
  if (recording !== null) {
    await recording.over;
    return answerOf(shared, recording.turn);
  }
  await log.untilEnd(signal);
  run?.detach(reader);
  const response = await shared.responses.get(id);
  if (response === null)
    throw apiError("server_error", "the response has ended and was not stored: send the request again");
  if (response.error !== null) throw apiErrorOf(response.error);
  return response;
}

/** Calls `leave` when the client disconnects, or at once if it did while its request waited to be admitted. */
export function onceAborted(signal: AbortSignal, leave: () => void): void {
  if (signal.aborted) leave();
  else signal.addEventListener("abort", leave, { once: true });
}

function answerOf({ closing }: Shared, { response, state }: Turn): ResponseObject {
  if (response === null) throw new Error("a turn ran to its end without a response");
  if (response.error !== null) throw apiErrorOf(response.error);
  if (state === "cancelled" && closing.aborted) throw shuttingDown();
  return response;
}

/**
 * Runs the order and writes each event as the text that `textOf` returns; "" is not sent. The caller sends the head.
 */
export function stream(
  shared: OwnShared,
  admitted: Admitted,
  outgoing: ServerResponse,
  textOf: (event: TurnEvent) => string,
): TurnStream {
  const gone = new AbortController();
  const reader = streamReader(gone.signal);
  const leave = () => {
    if (gone.signal.aborted) return;
    gone.abort();
    handleDisconnect(shared, turn, reader);
  };
  const events = new EventStream({
    outgoing,
    tick: shared.writeTick,
    unreadBytes: shared.limits.unreadBytes,
    onDisconnect: (why) => {
      if (why === "slow") shared.logger.warn("a stream is read too slowly and is ended");
      leave();
    },
  });
  const turn = turnFor(shared, reader, (event) => {
    if (gone.signal.aborted) return;
    if (event.type.endsWith(".delta")) events.writeDelta(textOf(event));
    else events.write(textOf(event));
  });
  const over = run(turn, admitted).then(() => events.end());
  if (outgoing.destroyed) leave();
  return {
    events,
    over,
    gone: gone.signal,
    leave: () => {
      events.abandon();
      leave();
    },
  };
}
