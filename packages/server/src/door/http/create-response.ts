import {
  type ApiError,
  apiError,
  type CreateRequest,
  encodeSse,
  parseCreateRequest,
  type ResponseEvent,
} from "@flint/protocol";
import { apiErrorOf } from "../../errors/index.ts";
import { Turn, type TurnContext, type TurnOrder } from "../../turn/index.ts";
import { parentOf, type Shared, shuttingDown } from "../shared.ts";

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
  const parent = parentOf(request, (id) => shared.stored.get(id));
  const model = await shared.models.resolve(request.model ?? parent?.response.model);
  return { request, model, parent, fork: false, warmUp: false, steers: [], thread: null };
}

function contextOf(shared: Shared, send: (event: ResponseEvent) => void): TurnContext {
  const { threads, limits, logger, stored } = shared;
  return {
    threads,
    lane: undefined,
    keepAlive: limits.keepAlive,
    keepAliveEvent: "response.in_progress",
    pendingSteers: 0,
    connection: null,
    warmUp: () => null,
    send,
    remember: (entry) => {
      if (entry.response.store) stored.put(entry);
    },
    failed: (response, cause) => logger.warn({ response, err: cause }, "a response failed"),
  };
}

async function run(shared: Shared, turn: Turn, order: TurnOrder): Promise<void> {
  shared.httpTurns.add(turn);
  await turn.run(order);
  shared.httpTurns.delete(turn);
}

async function whole(shared: Shared, order: TurnOrder, signal: AbortSignal): Promise<Response> {
  const turn = new Turn(contextOf(shared, () => {}));
  signal.addEventListener("abort", () => turn.cancel(), { once: true });
  await run(shared, turn, order);
  const response = turn.response;
  if (response?.error) throw apiErrorOf(response.error);
  if (turn.state === "cancelled") throw shuttingDown();
  return Response.json(response);
}

function streamed(shared: Shared, order: TurnOrder): Response {
  const encoder = new TextEncoder();
  let turn: Turn | null = null;
  let isOpen = true;
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const reader = new Turn(
          contextOf(shared, (event) => {
            controller.enqueue(encoder.encode(encodeSse(event)));
            if ((controller.desiredSize ?? 0) > 0) return;
            shared.logger.warn("a stream is read too slowly and is ended");
            reader.cancel();
          }),
        );
        turn = reader;
        // Not awaited: a stream's `start` holds back its first events until it is over.
        run(shared, reader, order).then(() => {
          if (!isOpen) return;
          if (reader.state === "cancelled") controller.error(new Error("the response was cancelled"));
          else controller.close();
        });
      },
      cancel() {
        isOpen = false;
        turn?.cancel();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: shared.limits.unreadBytes }),
  );
  return new Response(body, {
    headers: { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-cache" },
  });
}
