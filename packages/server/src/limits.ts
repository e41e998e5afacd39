import { ServerError } from "./errors/index.ts";
import { LONGEST_TIMER } from "./longest-timer.ts";

const MEBI = 1024 * 1024;

/** All limits of the server. Sizes are in bytes, times in milliseconds, capped at 24.8 days. */
export interface ServerLimits {
  /** Body of an HTTP request. */
  readonly bodyBytes: number;
  /** How long the head of an HTTP request may take to arrive. */
  readonly headArrival: number;
  /** How long a whole HTTP request may take to arrive. */
  readonly requestArrival: number;
  /**
   * How long an HTTP connection is kept without a request. Longer than the minute for which load balancers keep theirs:
   * if the server closed first, a request could already be on its way.
   */
  readonly idleConnection: number;
  /** One WebSocket frame from a client; a larger one closes the socket with 1009. */
  readonly frameBytes: number;
  /** What a slow reader may leave unread before its socket or stream is closed. */
  readonly unreadBytes: number;
  /** How long a client may read nothing of an HTTP answer after the server has written all of it. */
  readonly unreadWait: number;
  /** Requests of one WebSocket connection that wait or run, including their steers. */
  readonly requestBytes: number;
  /** The same for a key, on all its connections and over HTTP. */
  readonly keyRequestBytes: number;
  /** The same for the whole server. */
  readonly allRequestBytes: number;
  /** Concurrent HTTP connections, without those upgraded to WebSocket. */
  readonly httpConnections: number;
  /** Concurrent WebSocket connections. */
  readonly connections: number;
  /** Age at which a WebSocket connection refuses further creates, and closes once it is idle. */
  readonly connectionAge: number;
  /** HTTP requests generating at once. */
  readonly httpResponses: number;
  /** Responses generating at once on one WebSocket connection. */
  readonly responsesInFlight: number;
  /** Creates queued on one lane. */
  readonly queuedPerLane: number;
  /** Distinct lane names over a connection's life. */
  readonly laneNames: number;
  /** Steers waiting on one response. */
  readonly pendingSteers: number;
  /** Warm-ups of one connection prefilled at once; further ones are stored without prefill. */
  readonly warmUps: number;
  /** Responses that a connection keeps for continuation, besides each lane's latest. */
  readonly cachedResponses: number;
  /** Size of their conversations. */
  readonly cachedBytes: number;
  /** Items of stored responses that one request may reference. */
  readonly references: number;
  /** Tokens of a compaction's summary; at most a quarter of the model's context. */
  readonly summaryTokens: number;
  /** Ended responses that can still be resumed within their grace period; the oldest are dropped first. */
  readonly recordings: number;
  /** Size of their conversations; beyond it the oldest are dropped too. */
  readonly recordingBytes: number;
  /** Longest time that a response may run without a reader, if its create asks for it. */
  readonly grace: number;
  /** Engine threads kept ready for chains that may continue. */
  readonly idleThreads: number;
  /** How long a response waits for an engine thread if all are busy. */
  readonly threadWait: number;
  /** Silence after which a response that has not ended sends a keep-alive. */
  readonly keepAlive: number;
  /**
   * Longest delay of a delta, to send it in one write with those that follow. A response's first delta is not delayed.
   * 0: none is.
   */
  readonly deltaWait: number;
  /** `deltaWait` of a server that is always busy: the delay grows between the two with the load. */
  readonly busyDeltaWait: number;
  /** Time between two pings of a WebSocket; it is dropped if it is silent between two. */
  readonly pingInterval: number;
  /** Size of all files of the web page. */
  readonly pageBytes: number;
  /** Requests per minute of a key without its own limit; the same goes for the next ones. */
  readonly keyRequests: number;
  /** Tokens per minute of a key, prompts and answers together. */
  readonly keyTokens: number;
  /** Concurrent responses of a key. */
  readonly keyResponses: number;
  /** Concurrent WebSocket connections of a key. */
  readonly keySockets: number;
  /** Rows of usage by day, key and model; beyond it the oldest are dropped. */
  readonly usageRows: number;
  /** Rows of usage by session. */
  readonly usageSessions: number;
  /** How long usage may wait before it is written to its file. */
  readonly usageWrite: number;
  /** How long to wait for another server of the group to end a response. */
  readonly groupWait: number;
  /**
   * How long `close()` continues to serve while `/readyz` already fails, until load balancers send no more requests.
   */
  readonly drainNotice: number;
  /** How long `close()` lets running responses go on after that. */
  readonly drain: number;
  /** How long a closing socket may take to answer the close. */
  readonly socketClose: number;
}

export const defaultLimits: ServerLimits = {
  bodyBytes: 32 * MEBI,
  headArrival: 20_000,
  requestArrival: 300_000,
  idleConnection: 65_000,
  frameBytes: 32 * MEBI,
  unreadBytes: 16 * MEBI,
  unreadWait: 60_000,
  requestBytes: 128 * MEBI,
  keyRequestBytes: 256 * MEBI,
  allRequestBytes: 512 * MEBI,
  httpConnections: 2_048,
  connections: 256,
  connectionAge: 60 * 60 * 1000,
  httpResponses: 64,
  responsesInFlight: 16,
  queuedPerLane: 64,
  laneNames: 32,
  pendingSteers: 16,
  warmUps: 4,
  cachedResponses: 64,
  cachedBytes: 64 * MEBI,
  references: 1_000,
  summaryTokens: 4_096,
  recordings: 4_096,
  recordingBytes: 256 * MEBI,
  grace: 60_000,
  idleThreads: 8,
  threadWait: 120_000,
  keepAlive: 4_000,
  deltaWait: 4,
  busyDeltaWait: 12,
  pingInterval: 30_000,
  pageBytes: 16 * MEBI,
  keyRequests: 3_000,
  keyTokens: 10_000_000,
  keyResponses: 32,
  keySockets: 32,
  usageRows: 20_000,
  usageSessions: 5_000,
  usageWrite: 5_000,
  groupWait: 10_000,
  drainNotice: 0,
  drain: 10_000,
  socketClose: 2_000,
};

export interface LimitDetail {
  readonly unit: "bytes" | "milliseconds" | "count";
  /** Whether {@link FlintServer.reload} can change it; others need a restart. */
  readonly reloads: boolean;
  /** Whether 0 means unlimited. */
  readonly isEndlessAtZero?: boolean;
}

const bytes = { unit: "bytes", reloads: true } as const;
const time = { unit: "milliseconds", reloads: true } as const;
const endless = { ...time, isEndlessAtZero: true } as const;
const count = { unit: "count", reloads: true } as const;

/** The unit of each limit. A reloaded value applies to requests, connections and responses that begin afterwards. */
export const limitDetails: Readonly<Record<keyof ServerLimits, LimitDetail>> = {
  bodyBytes: bytes,
  headArrival: { ...endless, reloads: false },
  requestArrival: { ...endless, reloads: false },
  idleConnection: { ...endless, reloads: false },
  frameBytes: { ...bytes, reloads: false, isEndlessAtZero: true },
  unreadBytes: bytes,
  unreadWait: { ...endless, reloads: false },
  requestBytes: bytes,
  keyRequestBytes: bytes,
  allRequestBytes: bytes,
  httpConnections: { ...count, reloads: false },
  connections: count,
  connectionAge: endless,
  httpResponses: count,
  responsesInFlight: count,
  queuedPerLane: count,
  laneNames: count,
  pendingSteers: count,
  warmUps: count,
  cachedResponses: count,
  cachedBytes: bytes,
  references: count,
  summaryTokens: count,
  recordings: { ...count, reloads: false },
  recordingBytes: { ...bytes, reloads: false },
  grace: time,
  idleThreads: { ...count, reloads: false },
  threadWait: { ...time, reloads: false },
  keepAlive: endless,
  deltaWait: { ...time, reloads: false },
  busyDeltaWait: { ...time, reloads: false },
  pingInterval: endless,
  pageBytes: { ...bytes, reloads: false },
  keyRequests: count,
  keyTokens: count,
  keyResponses: count,
  keySockets: count,
  usageRows: count,
  usageSessions: count,
  usageWrite: time,
  groupWait: time,
  drainNotice: time,
  drain: time,
  socketClose: { ...time, reloads: false },
};

/**
 * Returns all limits: `own` over `others`, with times capped at the longest timer. Throws {@link ServerError}
 * `limit_invalid` for the first that is not a whole number: comparing with NaN would accept or refuse everything.
 */
export function limitsOf(own: Partial<ServerLimits>, others: ServerLimits = defaultLimits): ServerLimits {
  const said = Object.entries(own).filter(([, value]) => value !== undefined);
  const limits: ServerLimits = { ...others, ...Object.fromEntries(said) };
  const names = Object.keys(limitDetails) as (keyof ServerLimits)[];
  for (const name of names) {
    const value = limits[name];
    if (Number.isSafeInteger(value) && value >= 0) continue;
    const message = `limits.${name} is ${value}: it must be a whole number of at least 0 (${limitDetails[name].unit})`;
    throw new ServerError("limit_invalid", message);
  }
  const waits = names.filter((name) => limitDetails[name].unit === "milliseconds");
  return { ...limits, ...Object.fromEntries(waits.map((name) => [name, timerLimit(name, limits[name])])) };
}

function timerLimit(name: keyof ServerLimits, wait: number): number {
  const isEndless = wait === 0 && limitDetails[name].isEndlessAtZero;
  return isEndless ? LONGEST_TIMER : Math.min(wait, LONGEST_TIMER);
}
