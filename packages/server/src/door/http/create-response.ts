import {
  type ApiError,
  apiError,
  type CreateRequest,
  encodeSse,
  parseCreateRequest,
  type ResponseEvent,
} from "@flint/protocol";
import { apiErrorOf } from "../../errors/index.ts";
import type { LoggedEvent } from "../../store/index.ts";
import { Turn, type TurnOrder } from "../../turn/index.ts";
import { parentOf, type Shared, shuttingDown } from "../shared.ts";
import { sseOf } from "./sse.ts";

/** `POST /v1/responses`: the Response object, or its events as they come. Rejects with {@link ApiError}. */
export async function createResponse(shared: Shared, httpRequest: Request): Promise<Response> {
  const request = parseCreateRequest(await jsonOf(httpRequest));
  if (!request.ok) throw request.error;
  const order = await orderOf(shared, request.value);
  if (shared.closing.aborted) throw shuttingDown();
  if (shared.httpTurns.size >= shared.limits.httpResponses) {
    const message = `${shared.limits.httpResponses} responses are being generated: try again when one has ended`;
    throw apiError("rate_limit_exceeded", message);
  }
  return request.value.stream ? streamed(shared, order) : whole(shared, order, httpRequest.signal);
}

async function jsonOf(request: Request): Promise<unknown> {
  const text = await request.text();
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw apiError("invalid_json", `the request's body is not JSON: ${reason}`);
  }
}

async function orderOf(shared: Shared, request: CreateRequest): Promise<TurnOrder> {
  const parent = await parentOf(request, (id) => shared.responses.entry(id));
  const model = await shared.models.resolve(request.model ?? parent?.response.model);
  return { request, model, parent, fork: false, warmUp: false, steers: [], thread: null };
}

type Deliver = (event: ResponseEvent, logged: LoggedEvent | null) => void;

function turnFor({ threads, limits, logger, responses }: Shared, deliver: Deliver): Turn {
  const recorder = responses.recorder();
  const turn: Turn = new Turn({
    threads,
    lane: undefined,
    keepAlive: limits.keepAlive,
    keepAliveEvent: "response.in_progress",
    pendingSteers: 0,
    connection: null,
    warmUp: () => null,
    begins: (order) => recorder.begin(turn, order),
    send: (event) => deliver(event, recorder.append(event)),
    remember: (end) => recorder.remember(end),
    ended: () => recorder.end(),
    failed: (response, cause) => logger.warn({ response, err: cause }, "a response failed"),
  });
  return turn;
}

async function run(shared: Shared, turn: Turn, order: TurnOrder): Promise<void> {
  shared.httpTurns.add(turn);
  await turn.run(order);
  shared.httpTurns.delete(turn);
}

/** The client has gone. */
function abandon({ responses }: Shared, turn: Turn): void {
  const recording = responses.running(turn.id);
  if (recording === null) turn.cancel();
  else recording.abandon();
}

async function whole(shared: Shared, order: TurnOrder, signal: AbortSignal): Promise<Response> {
  const turn = turnFor(shared, () => {});
  signal.addEventListener("abort", () => abandon(shared, turn), { once: true });
  await run(shared, turn, order);
  const response = turn.response;
  if (response?.error) throw apiErrorOf(response.error);
  if (turn.state === "cancelled" && shared.closing.aborted) throw shuttingDown();
  return Response.json(response);
}

function streamed(shared: Shared, order: TurnOrder): Response {
  const encoder = new TextEncoder();
  let turn: Turn | null = null;
  let isOpen = true;
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const reader = turnFor(shared, (event, logged) => {
          if (!isOpen) return;
          controller.enqueue(encoder.encode(logged === null ? encodeSse(event) : sseOf(logged)));
          if ((controller.desiredSize ?? 0) > 0) return;
          shared.logger.warn("a stream is read too slowly and is ended");
          isOpen = false;
          controller.error(new Error("the stream was read too slowly"));
          abandon(shared, reader);
        });
        turn = reader;
        // Not awaited: a stream's `start` holds back its first events until it is over.
        run(shared, reader, order).then(() => {
          if (isOpen) controller.close();
        });
      },
      cancel() {
        isOpen = false;
        if (turn !== null) abandon(shared, turn);
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: shared.limits.unreadBytes }),
  );
  return new Response(body, {
    headers: { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-cache" },
  });
}
