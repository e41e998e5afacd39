import type { IncomingMessage, ServerResponse } from "node:http";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Hono } from "hono";
import type { RequestBytes, Weight } from "../../request-bytes.ts";
import { STREAM_HEADERS, type TurnStream } from "./http-turn.ts";

/**
 * The connection of a request, to read its body and to stream an answer besides the Response that its route returns.
 */
export interface Place {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  /** Counts the request's bytes until its answer has ended. */
  weigh(bytes: RequestBytes): Weight;
  /** Answers the request with a stream. Its head is the returned Response's, with the headers that middleware adds. */
  answerWithStream(stream: TurnStream): Response;
}

export interface RouteEnv {
  Bindings: { readonly place: Place };
}

/** Answers a request by the routes. A stream of events is written directly to the connection. */
export async function answerAt(
  routes: Hono<RouteEnv>,
  request: Request,
  { incoming, outgoing }: Pick<Place, "incoming" | "outgoing">,
): Promise<Response> {
  let stream: TurnStream | null = null;
  const weights: Weight[] = [];
  const release = () => {
    for (const weight of weights) weight.release();
  };
  const place: Place = {
    incoming,
    outgoing,
    weigh(bytes) {
      const weight = bytes.hold(0);
      weights.push(weight);
      return weight;
    },
    answerWithStream(answer) {
      stream = answer;
      return new Response(null, { headers: STREAM_HEADERS });
    },
  };
  const response = await routes.fetch(request, { place });
  if (stream === null) {
    release();
    return response;
  }
  const { events, over } = stream as TurnStream;
  events.open(response.headers);
  over.then(release);
  return RESPONSE_ALREADY_SENT;
}
