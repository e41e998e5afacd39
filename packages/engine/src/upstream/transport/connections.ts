import { rootCertificates } from "node:tls";
import type { EnvHttpProxyAgent } from "undici";
import { Tick } from "../../tick/index.ts";
import type { UpstreamLimits, UpstreamTimeouts } from "../options.ts";
import { Exchange, type ExchangeRequest } from "./exchange.ts";
import { pace, UNREAD } from "./pace.ts";

export interface ConnectionsOptions {
  readonly timeouts: UpstreamTimeouts;
  readonly limits: UpstreamLimits;
  readonly certificates?: string | undefined;
}

/** Milliseconds that an idle connection stays open. */
const KEEP_ALIVE = 60_000;
/** Load of this thread above which reads are delayed, and the additional load for the longest delay. */
const BUSY = 0.2;
const RISE = 0.2;

type HttpRequest = Pick<ExchangeRequest, "url" | "headers" | "body" | "signal">;

/**
 * The connections to all servers of an engine: kept alive, with HTTP/2 if offered, through the proxies of `HTTP_PROXY`,
 * `HTTPS_PROXY` and `NO_PROXY`.
 */
export class Connections {
  readonly #options: ConnectionsOptions;
  readonly #agent: Promise<EnvHttpProxyAgent>;
  readonly #tick: Tick;

  constructor(options: ConnectionsOptions) {
    this.#options = options;
    this.#tick = new Tick({ least: 0, most: options.timeouts.busyWait, busy: BUSY, rise: RISE });
    this.#agent = openAgent(options, this.#tick);
  }

  /** Sends a request with a streamed answer. Rejects with `ExchangeFault`. */
  stream(request: HttpRequest): Promise<Exchange> {
    const { firstByte, silence, total } = this.#options.timeouts;
    return this.#start({ ...request, method: "POST", firstByte, silence, total });
  }

  /** Sends a request that needs no model. Rejects with `ExchangeFault`. */
  ask(request: HttpRequest): Promise<Exchange> {
    const { question } = this.#options.timeouts;
    const method = request.body === undefined ? "GET" : "POST";
    return this.#start({ ...request, method, firstByte: question, silence: question, total: question });
  }

  /** Closes all connections, including active ones. */
  async close(): Promise<void> {
    await (await this.#agent).destroy();
  }

  async #start(request: Omit<ExchangeRequest, "unreadBytes" | "tick">): Promise<Exchange> {
    const { unreadBytes } = this.#options.limits;
    const headers = { "accept-encoding": "identity", ...request.headers };
    return Exchange.start(await this.#agent, { ...request, headers, unreadBytes, tick: this.#tick });
  }
}

async function openAgent(
  { timeouts, limits, certificates }: ConnectionsOptions,
  tick: Tick,
): Promise<EnvHttpProxyAgent> {
  // Imported only when needed, as it takes time and memory.
  const { EnvHttpProxyAgent, buildConnector } = await import("undici");
  const trusted = certificates === undefined ? {} : { ca: [...rootCertificates, certificates] };
  const connect = buildConnector({ allowH2: true, timeout: timeouts.connect, ...trusted, ...UNREAD });
  return new EnvHttpProxyAgent({
    allowH2: true,
    connections: limits.connections,
    connect: (where, done) =>
      connect(where, (...[failure, socket]) => {
        if (failure !== null) done(failure, null);
        else {
          // HTTP/2 streams share a socket, which Node reads itself.
          if (!("alpnProtocol" in socket) || socket.alpnProtocol !== "h2") pace(socket, tick);
          done(null, socket);
        }
      }),
    ...(certificates !== undefined && { requestTls: trusted, proxyTls: trusted }),
    keepAliveTimeout: KEEP_ALIVE,
  });
}
