import { apiError } from "@flint/protocol";
import { type FoundLog, streamReader } from "../../response/index.ts";
import type { LoggedEvent } from "../../store/index.ts";
import { readPosition, requireLog } from "../required-log.ts";
import type { Shared } from "../shared.ts";
import { STREAM_HEADERS } from "./http-turn.ts";
import { sseOf } from "./sse.ts";

const MOST_ITEMS = 100;
/** Events left out of server-sent streams: replies to frames that only a WebSocket client sends. */
const OF_A_SOCKET = /^response\.(steer|interrupt|output_item\.interrupted)/;

/** Handles `GET /v1/responses/{id}`. Rejects with {@link ApiError}, as the others do. */
export async function retrieve({ responses }: Shared, id: string): Promise<Response> {
  return Response.json((await responses.get(id)) ?? throwNotFound(id));
}

/** Handles `GET /v1/responses/{id}?stream=true`: streams the events after `starting_after`, then new ones. */
export async function replay(shared: Shared, id: string, query: URLSearchParams): Promise<Response> {
  const after = integer(query, "starting_after", -1, Number.MAX_SAFE_INTEGER) ?? -1;
  return replayOf(shared, await requireLog(shared, id), after);
}

/** Streams the events after that sequence number, then new ones. */
export function replayOf({ logger }: Pick<Shared, "logger">, found: FoundLog, after: number): Response {
  const { id, log } = found;
  const run = found.recording ?? found.elsewhere;
  // Checked before anything is sent, to report a failure by the HTTP status.
  const from = readPosition(found, after);
  const left = new AbortController();
  const reader = streamReader(left.signal);
  const events = log.follow(from, left.signal);
  const encoder = new TextEncoder();
  run?.attach(reader);
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const next = await events.next();
        if (left.signal.aborted) return;
        if (!next.done) {
          controller.enqueue(encoder.encode(sseText(next.value)));
          return;
        }
        controller.close();
      } catch (cause) {
        logger.warn({ err: cause, response: id }, "a replay was ended");
        controller.error(cause);
      }
      run?.detach(reader);
    },
    cancel() {
      left.abort();
      run?.detach(reader);
      // If the generator waits for its reader rather than for an event, only this ends it.
      void events.return();
    },
  });
  return new Response(body, { headers: STREAM_HEADERS });
}

/** Handles `POST /v1/responses/{id}/cancel`. Returns a response that has ended unchanged. */
export async function cancel({ responses }: Shared, id: string): Promise<Response> {
  return Response.json((await responses.cancel(id)) ?? throwNotFound(id));
}

/** Handles `DELETE /v1/responses/{id}`. A running response is cancelled first. */
export async function remove({ responses }: Shared, name: string): Promise<Response> {
  const id = (await responses.delete(name)) ?? throwNotFound(name);
  return Response.json({ id, object: "response", deleted: true });
}

/** Handles `GET /v1/responses/{id}/input_items`: returns the response's own input, in pages. */
export async function inputItems(
  { responses }: Shared,
  id: string,
  query: URLSearchParams,
): Promise<Response> {
  const limit = integer(query, "limit", 1, MOST_ITEMS) ?? 20;
  const order = query.get("order") ?? "desc";
  if (order !== "asc" && order !== "desc") {
    throw apiError("invalid_value", `\`order\`: expected asc or desc, got ${JSON.stringify(order)}`, "order");
  }
  const after = query.get("after");
  const page = await responses.inputItems(id, { limit, order, ...(after === null ? {} : { after }) });
  if (page === null) return throwNotFound(id);
  if (page === "unknown_item") {
    const message = `\`after\`: the response has no input item ${JSON.stringify(after)}: leave it out for the first page`;
    throw apiError("invalid_value", message, "after");
  }
  const { items, hasMore } = page;
  return Response.json({
    object: "list",
    data: items,
    first_id: items[0]?.id ?? null,
    last_id: items.at(-1)?.id ?? null,
    has_more: hasMore,
  });
}

function throwNotFound(id: string): never {
  const remedy = "only responses with `store: true` are kept, for a limited time and in limited number";
  throw apiError("response_not_found", `there is no stored response \`${id}\`: ${remedy}`);
}

function integer(query: URLSearchParams, name: string, least: number, most: number): number | null {
  const text = query.get(name);
  if (text === null) return null;
  const value = /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isSafeInteger(value) && value >= least && value <= most) return value;
  const range = most === Number.MAX_SAFE_INTEGER ? "the number of an event" : `${least} to ${most}`;
  throw apiError("invalid_value", `\`${name}\`: expected ${range}, got ${JSON.stringify(text)}`, name);
}

function sseText(events: readonly LoggedEvent[]): string {
  return events
    .filter(({ type }) => !OF_A_SOCKET.test(type))
    .map(sseOf)
    .join("");
}
