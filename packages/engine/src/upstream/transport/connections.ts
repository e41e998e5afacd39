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

/** Milliseconds that a connection stays open without use. */
const KEEP_ALIVE = 60_000;
/** The share of its time that this thread is busy from which on pieces wait for one another, and how soon for longest. */
const BUSY = 0.2;
const RISE = 0.2;

type Question = Pick<ExchangeRequest, "url" | "headers" | "body" | "signal">;

/**
 * The connections to all servers of an engine: kept warm, HTTP/2 where the other side offers it, through the proxies of
 * `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY`.
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

  /** Asks for an answer that comes in pieces. Rejects with `ExchangeFault`. */
  stream(request: Question): Promise<Exchange> {
    const { firstByte, silence, total } = this.#options.timeouts;
    return this.#start({ ...request, method: "POST", firstByte, silence, total });
  }

  /** Asks for something that no model has to answer. Rejects with `ExchangeFault`. */
  ask(request: Question): Promise<Exchange> {
    const { question } = this.#options.timeouts;
    const method = request.body === undefined ? "GET" : "POST";
    return this.#start({ ...request, method, firstByte: question, silence: question, total: question });
  }

  /** Breaks off whatever is under way. */
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
  // Loaded here: it takes time and memory that nobody without other servers should pay for.
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
          // The streams of HTTP/2 share a socket, which Node reads for them.
          if (!("alpnProtocol" in socket) || socket.alpnProtocol !== "h2") pace(socket, tick);
          done(null, socket);
        }
      }),
    ...(certificates !== undefined && { requestTls: trusted, proxyTls: trusted }),
    keepAliveTimeout: KEEP_ALIVE,
  });
}
