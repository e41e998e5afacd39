import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { ApiError, apiError, newId } from "@flint/protocol";
import { WebSocketServer } from "ws";
import type { Account } from "../../access/index.ts";
import type { LaneLoad } from "../../lane/index.ts";
import type { ServerLimits } from "../../limits.ts";
import { traceContextOf } from "../../trace/index.ts";
import { whyForeign, whyKeyInUrl } from "../guard.ts";
import { agreedProtocol, authorizationOf, sessionOf, sharedForAccount } from "../owner.ts";
import { refuseSocket } from "../refuse-socket.ts";
import { type Shared, shuttingDown } from "../shared.ts";
import { Connection } from "./connection.ts";

export interface WebSocketDoor {
  /** Number of open connections. */
  readonly size: number;
  /** Counts of running responses on all of them, and of those queued in their lanes. */
  readonly load: LaneLoad;
  /** Resolves when every socket is closed. */
  closed(): Promise<void>;
  /** Cancels every running response; the clients receive their final events. */
  cancelAll(): void;
  /** Cancels every response and closes every socket now. */
  abandon(): void;
}

export interface WebSocketDoorOptions {
  readonly server: Server;
  readonly shared: Shared;
  /** If `false`, every upgrade gets status 426, and clients fall back to HTTP at once. */
  readonly enabled: boolean;
}

/** Accepts WebSocket upgrades of `GET /v1/responses`. */
export function openWebSocketDoor({ server, shared, enabled }: WebSocketDoorOptions): WebSocketDoor {
  const { limits, closing } = shared;
  const sockets = new WebSocketServer(socketOptions(limits));
  const connections = new Set<Connection>();
  let allClosed: (() => void) | null = null;

  const whyRefused = (request: IncomingMessage): ApiError | null => {
    const { host, origin } = request.headers;
    const foreign = whyForeign({ host, origin }, shared.hostNames) ?? whyKeyInUrl(request.url ?? "");
    if (foreign !== null) return foreign;
    const path = (request.url ?? "").split("?", 1)[0];
    if (path !== "/v1/responses") {
      return apiError("not_found", "this path has no WebSocket: connect to /v1/responses");
    }
    if (!enabled) return apiError("websocket_disabled", "this server accepts no WebSocket: use POST");
    if (closing.aborted) return shuttingDown();
    if (connections.size < limits.connections) return null;
    return apiError(
      "too_many_connections",
      `the server has ${limits.connections} connections open: close one, or put responses on lanes of one connection`,
    );
  };

  // Upgrades that the `ws` library rejects.
  sockets.on("wsClientError", (cause: Error, socket: Duplex) =>
    refuseSocket(socket, apiError("bad_request", `${cause.message}: upgrade as in RFC 6455, version 13`)),
  );
  closing.addEventListener("abort", () => {
    for (const connection of connections) connection.closeIfDone();
  });
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (socket.destroyed) return;
    socket.on("error", (error) =>
      shared.logger.debug({ err: error }, "a connection failed before its upgrade"),
    );
    const account = whyRefused(request) ?? accountFor(request, shared);
    if (account instanceof ApiError) {
      shared.metrics?.countRefused(account.code, null);
      refuseSocket(socket, account);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      const session = sessionOf(request.headers["session-id"]) ?? newId("conn");
      const trace = traceContextOf(request.headers.traceparent, request.headers.tracestate);
      const connection = new Connection(
        sharedForAccount(shared, { account, session, trace }),
        webSocket,
        socket,
      );
      const left = account.registerSocket((why) => connection.dismiss(why));
      connections.add(connection);
      webSocket.on("close", () => {
        left();
        connections.delete(connection);
        if (connections.size === 0) allClosed?.();
      });
    });
  });

  return {
    get size() {
      return connections.size;
    },
    get load() {
      let [running, queued] = [0, 0];
      for (const { load } of connections) {
        running += load.running;
        queued += load.queued;
      }
      return { running, queued };
    },
    closed() {
      if (connections.size === 0) return Promise.resolve();
      return new Promise((resolve) => {
        allClosed = resolve;
      });
    },
    cancelAll() {
      for (const connection of connections) connection.cancelAll();
    },
    abandon() {
      for (const connection of connections) connection.abandon();
    },
  };
}

/** A separate function, because the library's types lack `closeTimeout`. */
function socketOptions({ frameBytes, socketClose }: ServerLimits) {
  return {
    noServer: true,
    clientTracking: false,
    maxPayload: frameBytes,
    handleProtocols: agreedProtocol,
    perMessageDeflate: false,
    // Checked per frame instead: an invalid one gets an error, and other lanes continue.
    skipUTF8Validation: true,
    closeTimeout: socketClose,
  };
}

/** Returns the account of a connecting client, or why it is refused. */
function accountFor(request: IncomingMessage, { access }: Shared): Account | ApiError {
  try {
    const account = access.identify(authorizationOf(request));
    account.requireScope("responses");
    return account.whyNoSocket() ?? account;
  } catch (cause) {
    if (cause instanceof ApiError) return cause;
    throw cause;
  }
}
