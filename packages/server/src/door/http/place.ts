import type { IncomingMessage, ServerResponse } from "node:http";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Hono } from "hono";
import type { EventStream } from "./event-stream.ts";
import { STREAM_HEADERS } from "./http-turn.ts";

/** Where a request comes from and is answered, besides by the Response that its route returns. */
export interface Place {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  /** The request's answer is that stream. Its head is the Response's, with what the routes' middleware adds to it. */
  answerWith(events: EventStream): Response;
}

export interface Placed {
  Bindings: { readonly place: Place };
}

/** Answers as the routes do; a stream of events is written past the Response. */
export async function answerAt(
  routes: Hono<Placed>,
  request: Request,
  { incoming, outgoing }: Pick<Place, "incoming" | "outgoing">,
): Promise<Response> {
  let stream: EventStream | null = null;
  const place: Place = {
    incoming,
    outgoing,
    answerWith(events) {
      stream = events;
      return new Response(null, { headers: STREAM_HEADERS });
    },
  };
  const response = await routes.fetch(request, { place });
  if (stream === null) return response;
  (stream as EventStream).open(response.headers);
  return RESPONSE_ALREADY_SENT;
}
