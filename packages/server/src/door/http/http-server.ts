import { createServer, type Server } from "node:http";
import type { Duplex } from "node:stream";
import { type ApiError, apiError } from "@flint/protocol";
import { getRequestListener, type Http2Bindings, type HttpBindings } from "@hono/node-server";
import type { Page } from "../../page/index.ts";
import { refuseSocket } from "../refuse-socket.ts";
import type { Shared } from "../shared.ts";
import { Answers } from "./answers.ts";
import { limitConnections } from "./connection-limit.ts";
import { Incoming } from "./incoming.ts";
import { answerAt, type Place } from "./place.ts";
import { httpRoutes } from "./routes.ts";
import { cutUnreadAnswers } from "./unread-answers.ts";

/** How often timeouts are checked within `headArrival`. */
const LOOKS = 4;

/** Headers of every answer that does not set them itself: it is for its client alone, and for no page of another site. */
const PRIVATE = [
  ["cache-control", "no-store"],
  ["cross-origin-resource-policy", "same-origin"],
  ["x-content-type-options", "nosniff"],
] as const;

const MALFORMED = "the request is not valid HTTP/1.1: check its headers and its host";

const UNEXPECTED = "the server does not support this `expect` header: leave it out";

/**
 * Creates a server of the HTTP routes and a page's files, not yet listening. Errors that Node would answer itself use
 * the API's shape too.
 */
export function createHttpServer(shared: Shared, page: Page): Server {
  const routes = httpRoutes(shared, page);
  const answer = (request: Request, { incoming, outgoing }: HttpBindings | Http2Bindings) => {
    for (const [name, value] of PRIVATE) outgoing.setHeader(name, value);
    return answerAt(routes, request, { incoming, outgoing } as Place);
  };
  const listener = getRequestListener(answer, {
    overrideGlobalObjects: false,
    errorHandler: () => Response.json({ error: apiError("bad_request", MALFORMED).body() }, { status: 400 }),
  });
  const { headArrival, requestArrival, idleConnection } = shared.limits;
  const server = createServer(
    {
      IncomingMessage: Incoming,
      headersTimeout: headArrival,
      requestTimeout: Math.max(requestArrival, headArrival),
      keepAliveTimeout: idleConnection,
      connectionsCheckingInterval: Math.ceil(headArrival / LOOKS),
      // Node would answer without a body; the routes check the host themselves.
      requireHostHeader: false,
    },
    listener,
  );
  server.on("checkExpectation", (_, response) => {
    response.writeHead(400, { "content-type": "application/json", connection: "close" });
    response.end(JSON.stringify({ error: apiError("bad_request", UNEXPECTED).body() }));
  });
  limitConnections(server, shared.limits.httpConnections);
  cutUnreadAnswers(server, shared.limits.unreadWait);
  const answers = new Answers(server);
  server.on("clientError", (cause: NodeJS.ErrnoException, socket: Duplex) => {
    if (cause.code === "ECONNRESET" || !socket.writable || answers.hasBegun(socket)) socket.destroy();
    else refuseSocket(socket, whyRefused(cause.code));
  });
  // An upgrade pipelined behind pending responses would have them written among its frames.
  server.on("upgrade", (_, socket: Duplex) => {
    if (answers.hasPending(socket)) socket.destroy();
  });
  return server;
}

function whyRefused(code: string | undefined): ApiError {
  if (code === "HPE_HEADER_OVERFLOW") {
    return apiError("headers_too_large", "the request's headers are too large: send fewer or shorter ones");
  }
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") {
    return apiError("request_timeout", "the request did not arrive in time: send it again");
  }
  return apiError("bad_request", MALFORMED);
}
