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
import { type LiveCounts, openMetrics } from "./metrics/index.ts";
import { Models } from "./model/index.ts";
import { type Page, readPage } from "./page/index.ts";
import { Responses } from "./response/index.ts";
import { Seal } from "./seal/index.ts";
import { createMemoryStore, type ResponseStore } from "./store/index.ts";
import { CacheGuardian, ThreadPool } from "./thread/index.ts";
import { type Prices, UsageBook } from "./usage/index.ts";

export interface ServerOptions {
  /** Owned by the caller: close it after the server. */
  readonly engine: Engine;
  /** The address to listen on. Default `127.0.0.1`; an address beyond loopback requires `keys`. */
  readonly host?: string;
  /** Host names accepted besides loopback's; require `keys`. Default: all if `host` is not loopback, else none. */
  readonly hosts?: readonly string[];
  /** API keys and their scopes. Default: everyone has access; responses belong to the request's key, whatever it is. */
  readonly keys?: readonly KeyRecord[];
  /** Prices of models, in USD per million tokens. Default: unknown. */
  readonly prices?: Prices;
  /** File for usage data. Default: none, usage is lost when the server ends. */
  readonly usageFile?: string;
  /** Where the rates of keys are counted. Default: in a shared store if there is one, else in this process. */
  readonly rateCounters?: RateCounters;
  /** Default 0: any free port. */
  readonly port?: number;
  /** The model of requests that name none. Default: the engine's first. It must exist, if that can be checked. */
  readonly defaultModel?: string;
  /** Default: silent. Neither code nor keys are logged. */
  readonly logger?: Logger;
  readonly limits?: Partial<ServerLimits>;
  /** Store for responses with `store: true`. Owned by the caller: close it after the server. Default: in memory. */
  readonly store?: ResponseStore;
  /** Whether to provide metrics for Prometheus at `/metrics`. Default false. */
  readonly metrics?: boolean;
  /**
   * Encrypts the state that clients keep for the server, such as compactions. At least 16 characters; servers with the
   * same secret read each other's. Default: the store's own, which a store on disk keeps.
   */
  readonly secret?: string;
  /** If `false`, clients must use HTTP. Default true. */
  readonly webSocket?: boolean;
  /** Folder of a built web page to serve at `/`: `index.html`, and `assets/` with hashed names. Default: none. */
  readonly page?: string;
}

/** Options that can change while the server runs. */
export interface ServerChanges {
  /** Only those that {@link limitDetails} marks as reloadable apply; the others are ignored. */
  readonly limits?: Partial<ServerLimits>;
  /** The new keys. Work of revoked keys is cancelled. Access without keys cannot be restored. */
  readonly keys?: readonly KeyRecord[];
  /** Prices of responses that end from now on. */
  readonly prices?: Prices;
}

export interface FlintServer {
  /** The base URL for clients: `http://127.0.0.1:PORT/v1`. */
  readonly url: string;
  readonly port: number;
  /** Changes options while the server runs, for what begins afterwards. Throws {@link ServerError} `limit_invalid`. */
  reload(changes: ServerChanges): void;
  /**
   * Closes the server: `/readyz` fails at once; after `limits.drainNotice` ms new turns are refused, running ones may
   * end for at most `limits.drain` ms, and sockets are closed with 1012. A second call skips the rest of the notice.
   */
  close(): Promise<void>;
}

const LOOPBACK = new Set(["127.0.0.1", "localhost", "::1"]);

/** Serves an engine over HTTP and WebSocket. Rejects with {@link ServerError}, and then leaves nothing open. */
export async function startServer(options: ServerOptions): Promise<FlintServer> {
  const ends: Closer[] = [];
  try {
    return await start(options, ends);
  } catch (cause) {
    await endAll(ends);
    throw cause;
  }
}

/** Closes something that the server opened itself. */
type Closer = () => void | Promise<void>;

/** Closes in reverse order. */
async function endAll(ends: readonly Closer[]): Promise<void> {
  for (const end of ends.toReversed()) await end();
}

/** Starts the server. Adds what it opens to `ends`. */
async function start(options: ServerOptions, ends: Closer[]): Promise<FlintServer> {
  const { engine, host = "127.0.0.1", hosts = [], logger = pino({ level: "silent" }) } = options;
  if (options.keys === undefined) assertNotExposed(host, hosts);
  // One object for the server's whole life, read at each check: a reload changes it in place.
  const limits = limitsOf(options.limits ?? {});
  const models = await modelsOf(engine, options.defaultModel);
  const page: Page = options.page === undefined ? new Map() : await readPage(options.page, limits.pageBytes);
  const parts = await openParts(options, { limits, logger }, ends);
  const httpTurns: Shared["httpTurns"] = new Set();
  const live: LiveCounts = {
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
      Object.assign(limits, limitsOf(reloadableLimits(changes.limits ?? {}), limits));
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

/** Opens what outlives a request: access, usage, the engine's threads and responses. */
async function openParts(
  options: ServerOptions,
  { limits, logger }: Pick<Shared, "limits" | "logger">,
  ends: Closer[],
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

/** Aborts `closing` after `wait` ms, and resolves once it is aborted, by this timer or otherwise. */
async function beginClosing(closing: AbortController, wait: number): Promise<void> {
  if (closing.signal.aborted) return;
  const notice = setTimeout(() => closing.abort(), wait);
  await new Promise<void>((resolve) => closing.signal.addEventListener("abort", () => resolve()));
  clearTimeout(notice);
}

/** Refuses to start without keys if others can reach the server. */
function assertNotExposed(host: string, hosts: readonly string[]): void {
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
    // An upstream server may start later than this one; until then `/readyz` fails.
    if (!(cause instanceof EngineError && cause.code === "upstream_failed")) throw cause;
    return models;
  }
}

/** Returns the limits that may change while the server runs. */
function reloadableLimits(limits: Partial<ServerLimits>): Partial<ServerLimits> {
  const names = Object.keys(limits) as (keyof ServerLimits)[];
  return Object.fromEntries(
    names.filter((name) => limitDetails[name].reloads).map((name) => [name, limits[name]]),
  );
}

const SECRET_LENGTH = 16;

function sealOf(secret: string | Uint8Array): Seal {
  if (secret.length >= SECRET_LENGTH) return Seal.fromSecret(secret);
  const message = `the secret has ${secret.length} characters: use at least ${SECRET_LENGTH}, for example from \`openssl rand -hex 32\``;
  throw new ServerError("secret_too_short", message);
}
