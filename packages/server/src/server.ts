import { type Engine, EngineError, Tick } from "@flint/engine";
import { ApiError } from "@flint/protocol";
import { type Logger, pino } from "pino";
import {
  Access,
  groupRateCounters,
  type KeyRecord,
  memoryRateCounters,
  type RateCounters,
} from "./access/index.ts";
import {
  createHttpServer,
  openWebSocketDoor,
  RequestsInFlight,
  type Shared,
  UnderWay,
} from "./door/index.ts";
import { type Doors, drain } from "./drain.ts";
import { ServerError } from "./errors/index.ts";
import { limitDetails, limitsOf, type ServerLimits } from "./limits.ts";
import { listen } from "./listen.ts";
import { type Live, openMetrics } from "./metrics/index.ts";
import { Models } from "./model/index.ts";
import { type Page, readPage } from "./page/index.ts";
import { Responses } from "./response/index.ts";
import { Seal } from "./seal/index.ts";
import { createMemoryStore, type ResponseStore } from "./store/index.ts";
import { CacheGuardian, ThreadPool } from "./thread/index.ts";
import { type Prices, UsageBook } from "./usage/index.ts";

export interface ServerOptions {
  /** Stays the caller's: close it after the server. */
  readonly engine: Engine;
  /** The address to listen on. Default `127.0.0.1`; one beyond loopback takes `keys`. */
  readonly host?: string;
  /** Names that it answers to beside those of loopback. Default: beyond loopback, all; there, none. Take `keys`. */
  readonly hosts?: readonly string[];
  /** Who may ask, and for what. Default: whoever comes; responses belong to the key that a request has, whatever it is. */
  readonly keys?: readonly KeyRecord[];
  /** What models cost, in USD for a million tokens. Default: nothing is known of it. */
  readonly prices?: Prices;
  /** Where what has been used is kept. Default: nowhere, it goes with the server. */
  readonly usageFile?: string;
  /** Where the rates of keys are counted. Default: where the store is shared, there; else in this process. */
  readonly rateCounters?: RateCounters;
  /** Default 0: any free port. */
  readonly port?: number;
  /** The model of requests that name none. Default: the engine's first. Is to be there, where that can be seen. */
  readonly defaultModel?: string;
  /** Default: silent. Neither code nor keys are logged. */
  readonly logger?: Logger;
  readonly limits?: Partial<ServerLimits>;
  /** Where responses with `store: true` are kept. Stays the caller's: close it after the server. Default: memory. */
  readonly store?: ResponseStore;
  /** Keep figures for Prometheus, at `/metrics`. Default false. */
  readonly metrics?: boolean;
  /**
   * What clients keep for the server, such as compactions, is encrypted with it. At least 16 characters; servers with
   * the same one read each other's. Default: the store's own, which a store on disk keeps.
   */
  readonly secret?: string;
  /** `false` sends clients over to HTTP. Default true. */
  readonly webSocket?: boolean;
  /** Folder of a built web page, to be served at `/`: `index.html`, and `assets/` with hashed names. Default: none. */
  readonly page?: string;
}

/** What a running server can be told anew. */
export interface ServerChanges {
  /** Those that reload, by {@link limitDetails}; the others stay as they are. */
  readonly limits?: Partial<ServerLimits>;
  /** Who may ask from now on. What revoked keys have under way ends. There is no way back to taking whoever comes. */
  readonly keys?: readonly KeyRecord[];
  /** Of responses that end from now on. */
  readonly prices?: Prices;
}

export interface FlintServer {
  /** What clients call base URL: `http://127.0.0.1:PORT/v1`. */
  readonly url: string;
  readonly port: number;
  /** Changes what can change while it runs, for what begins from then on. Throws {@link ServerError} `limit_invalid`. */
  reload(changes: ServerChanges): void;
  /**
   * Says at `/readyz` that it leaves, and after `limits.drainNotice` milliseconds takes no new turns, lets the running
   * ones end for at most `limits.drain` milliseconds, and closes the sockets with 1012. Called again, it does not
   * wait for the notice any more.
   */
  close(): Promise<void>;
}

const LOOPBACK = new Set(["127.0.0.1", "localhost", "::1"]);

/** Serves an engine over HTTP and WebSocket. Rejects with {@link ServerError}; nothing is left open then. */
export async function startServer(options: ServerOptions): Promise<FlintServer> {
  const ends: End[] = [];
  try {
    return await start(options, ends);
  } catch (cause) {
    await endAll(ends);
    throw cause;
  }
}

/** Closes something that the server has opened for itself. */
type End = () => void | Promise<void>;

/** The last opened first. */
async function endAll(ends: readonly End[]): Promise<void> {
  for (const end of ends.toReversed()) await end();
}

/** What is opened on the way is put down in `ends`. */
async function start(options: ServerOptions, ends: End[]): Promise<FlintServer> {
  const { engine, host = "127.0.0.1", hosts = [], logger = pino({ level: "silent" }) } = options;
  if (options.keys === undefined) refuseExposed(host, hosts);
  // One object for the server's whole life, read where a limit is held to: a reload changes it in place.
  const limits = limitsOf(options.limits ?? {});
  const models = await modelsOf(engine, options.defaultModel);
  const page: Page = options.page === undefined ? new Map() : await readPage(options.page, limits.pageBytes);
  const parts = await openParts(options, { limits, logger }, ends);
  const httpTurns: Shared["httpTurns"] = new Set();
  const live: Live = {
    sockets: () => doors.webSocket.size,
    running: () => doors.webSocket.load.running + httpTurns.size,
    queued: () => doors.webSocket.load.queued,
  };
  const leaving = new AbortController();
  const closing = new AbortController();
  const shared: Shared = {
    ...parts,
    engine,
    models,
    limits,
    logger,
    hostNames: hostNamesOf(host, hosts),
    cacheGuardian: new CacheGuardian(logger),
    metrics: options.metrics ? await openMetrics(engine, live) : null,
    underWay: new UnderWay(),
    writeTick: new Tick({ least: limits.deltaWait, most: limits.busyDeltaWait }),
    httpTurns,
    leaving: leaving.signal,
    closing: closing.signal,
  };

  const server = createHttpServer(shared, page);
  const requests = new RequestsInFlight(server);
  const webSocket = openWebSocketDoor({ server, shared, enabled: options.webSocket ?? true });
  const doors: Doors = { server, requests, webSocket };
  const port = await listen(server, host, options.port ?? 0);
  server.on("error", (error) => logger.error({ err: error }, "a connection could not be accepted"));
  const url = `http://${host.includes(":") ? `[${host}]` : host}:${port}/v1`;
  logger.info({ url }, "listening");

  const close = async () => {
    await beginClosing(closing, limits.drainNotice);
    await drain(doors, shared);
    await endAll(ends);
  };
  let closed: Promise<void> | null = null;
  return {
    url,
    port,
    reload(changes) {
      Object.assign(limits, limitsOf(reloading(changes.limits ?? {}), limits));
      if (changes.keys !== undefined) shared.access.reload(changes.keys);
      if (changes.prices !== undefined) shared.usage.prices = changes.prices;
    },
    close() {
      if (leaving.signal.aborted || limits.drainNotice === 0) closing.abort();
      leaving.abort();
      closed ??= close();
      return closed;
    },
  };
}

type Parts = Pick<Shared, "access" | "usage" | "threads" | "responses" | "seal">;

/** Opens what outlives a request: who may ask, what has been used, the engine's threads, responses. */
async function openParts(
  options: ServerOptions,
  { limits, logger }: Pick<Shared, "limits" | "logger">,
  ends: End[],
): Promise<Parts> {
  const access = new Access({
    keys: options.keys ?? null,
    limits,
    counters: options.rateCounters ?? rateCountersOf(options.store, logger),
  });
  const usage = await UsageBook.open({
    prices: options.prices ?? {},
    file: options.usageFile ?? null,
    limits,
    logger,
  });
  const store = options.store ?? createMemoryStore();
  if (options.store === undefined) ends.push(() => store.close());
  ends.push(() => usage.close());
  const threads = new ThreadPool({
    engine: options.engine,
    idle: limits.idleThreads,
    wait: limits.threadWait,
  });
  ends.push(() => threads.close());
  const responses = Responses.open({ store, limits, logger });
  return { access, usage, threads, responses, seal: sealOf(options.secret ?? store.secret) };
}

function rateCountersOf(store: ResponseStore | undefined, logger: Logger): RateCounters {
  return store?.group === undefined ? memoryRateCounters() : groupRateCounters(store.group, logger);
}

function hostNamesOf(host: string, hosts: readonly string[]): Shared["hostNames"] {
  return {
    any: !LOOPBACK.has(host) && hosts.length === 0,
    others: new Set(hosts.map((name) => name.toLowerCase())),
  };
}

/** Has `closing` fire after so many milliseconds, and resolves once it has, by that or by someone else. */
async function beginClosing(closing: AbortController, wait: number): Promise<void> {
  if (closing.signal.aborted) return;
  const notice = setTimeout(() => closing.abort(), wait);
  await new Promise<void>((resolve) => closing.signal.addEventListener("abort", () => resolve()));
  clearTimeout(notice);
}

/** Without keys, whoever can reach the server can use it. */
function refuseExposed(host: string, hosts: readonly string[]): void {
  const what = LOOPBACK.has(host) ? (hosts.length > 0 ? `answer to ${hosts[0]}` : null) : `listen on ${host}`;
  if (what === null) return;
  throw new ServerError(
    "host_needs_keys",
    `cannot ${what} without keys, because anyone who reaches the server could use it: create a key with flint keys create, or listen on 127.0.0.1`,
  );
}

async function modelsOf(engine: Engine, defaultModel: string | undefined): Promise<Models> {
  const models = new Models(engine, defaultModel);
  if (defaultModel === undefined) return models;
  try {
    await models.resolve();
    return models;
  } catch (cause) {
    if (cause instanceof ApiError) throw new ServerError("model_not_found", cause.message);
    // A server behind this one may come later than this one: `/readyz` says so meanwhile.
    if (!(cause instanceof EngineError && cause.code === "upstream_failed")) throw cause;
    return models;
  }
}

/** The limits that may change while the server runs. */
function reloading(limits: Partial<ServerLimits>): Partial<ServerLimits> {
  const names = Object.keys(limits) as (keyof ServerLimits)[];
  return Object.fromEntries(
    names.filter((name) => limitDetails[name].reloads).map((name) => [name, limits[name]]),
  );
}

const SECRET_LENGTH = 16;

function sealOf(secret: string | Uint8Array): Seal {
  if (secret.length >= SECRET_LENGTH) return Seal.under(secret);
  const message = `the secret has ${secret.length} characters: use at least ${SECRET_LENGTH}, for example from \`openssl rand -hex 32\``;
  throw new ServerError("secret_too_short", message);
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => reject(whyNotListening(cause, host, port)));
    server.listen(port, host, () => {
      server.removeAllListeners("error");
      resolve();
    });
  });
}

function whyNotListening(cause: NodeJS.ErrnoException, host: string, port: number): ServerError {
  if (cause.code === "EADDRINUSE") {
    const message = `port ${port} on ${host} is taken: stop the program that uses it, or choose another port (0 picks a free one)`;
    return new ServerError("port_in_use", message, { cause });
  }
  if (cause.code === "EACCES") {
    const message = `port ${port} is not open to this user: choose one above 1023`;
    return new ServerError("port_forbidden", message, { cause });
  }
  return new ServerError("listen_failed", `cannot listen on ${host}:${port}: ${cause.message}`, { cause });
}

interface Doors {
  readonly server: Server;
  readonly requests: RequestsInFlight;
  readonly webSocket: WebSocketDoor;
}

async function drain({ server, requests, webSocket }: Doors, shared: Shared): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const cut = () => {
    webSocket.abandon();
    server.closeAllConnections();
  };
  let overdue = setTimeout(() => {
    for (const turn of shared.httpTurns) turn.cancel();
    shared.responses.cancelAll();
    webSocket.cancelAll();
    // Whoever reads is told first.
    overdue = setTimeout(cut, shared.limits.socketClose);
  }, shared.limits.drain);
  await Promise.all([requests.settled(), webSocket.closed()]);
  await Promise.all([shared.responses.settled(), shared.underWay.settled()]);
  clearTimeout(overdue);
  server.closeAllConnections();
  await closed;
}
