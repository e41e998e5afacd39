import { ServerError } from "./errors/index.ts";
import { LONGEST_TIMER } from "./longest-timer.ts";

const MEBI = 1024 * 1024;

/** Every bound of the server. Sizes are in bytes, waits in milliseconds; longer ones than 24.8 days are that long. */
export interface ServerLimits {
  /** Body of an HTTP request. */
  readonly bodyBytes: number;
  /** How long the head of an HTTP request may take to arrive. */
  readonly headArrival: number;
  /** How long the whole of one may take. */
  readonly requestArrival: number;
  /**
   * How long an HTTP connection is kept without a request. Longer than the minute for which load balancers keep theirs: who
   * closes first must not be the server, or a request is on its way to a connection that is gone.
   */
  readonly idleConnection: number;
  /** One WebSocket frame from a client; a larger one closes the socket with 1009. */
  readonly frameBytes: number;
  /** What a slow reader may leave unread before its socket or stream is closed. */
  readonly unreadBytes: number;
  /** How long the reader of an answer over HTTP that is all written may read nothing of it. */
  readonly unreadWait: number;
  /** Requests of one WebSocket connection that wait or run, all together, with their steers. */
  readonly requestBytes: number;
  /** Those of a key, on all its connections and over HTTP. */
  readonly keyRequestBytes: number;
  /** Those of the whole server. */
  readonly allRequestBytes: number;
  /** HTTP connections open at once, those aside that have become WebSocket ones. */
  readonly httpConnections: number;
  /** WebSocket connections open at once. */
  readonly connections: number;
  /** Age at which a WebSocket connection takes no further creates, and closes once it is idle. */
  readonly connectionAge: number;
  /** HTTP requests generating at once. */
  readonly httpResponses: number;
  /** Responses generating at once on one WebSocket connection. */
  readonly responsesInFlight: number;
  /** Creates that may wait on one lane. */
  readonly queuedPerLane: number;
  /** Distinct named lanes in a connection's life. */
  readonly laneNames: number;
  /** Steers that may wait on one response. */
  readonly pendingSteers: number;
  /** Warm-ups of one connection being prefilled at once; further ones are stored and not prefilled. */
  readonly warmUps: number;
  /** Responses that a connection keeps for continuation; each lane's latest is kept besides. */
  readonly cachedResponses: number;
  /** Bytes of the conversations behind them. */
  readonly cachedBytes: number;
  /** Items of stored responses that one request may refer to by id. */
  readonly references: number;
  /** Tokens of the summary that a compaction makes, up to a quarter of the model's context. */
  readonly summaryTokens: number;
  /** Responses that are over and can still be taken up, within their grace period; the oldest go first. */
  readonly recordings: number;
  /** Bytes of the conversations behind them, past which the oldest go as well. */
  readonly recordingBytes: number;
  /** Longest time that a response may go on without a reader, where its create asks for it. */
  readonly grace: number;
  /** Engine threads kept ready for chains that may go on. */
  readonly idleThreads: number;
  /** How long a response waits for an engine thread when all are busy. */
  readonly threadWait: number;
  /** Silence after which a response that is not over sends a keep-alive. */
  readonly keepAlive: number;
  /**
   * Longest time that a delta waits for those that follow it, so that they leave in one write. A response's
   * first one never waits. 0: none does.
   */
  readonly deltaWait: number;
  /** As `deltaWait`, where the server is busy all the time: between the two it grows with the load. */
  readonly busyDeltaWait: number;
  /** Time between two pings of a WebSocket; one that is silent from one to the next is dropped. */
  readonly pingInterval: number;
  /** Files of the web page, all together. */
  readonly pageBytes: number;
  /** Requests a minute of a key that has no limit of its own, as with those that follow. */
  readonly keyRequests: number;
  /** Tokens a minute of a key, prompts and answers together. */
  readonly keyTokens: number;
  /** Responses under way at once for a key. */
  readonly keyResponses: number;
  /** WebSocket connections of a key at once. */
  readonly keySockets: number;
  /** Rows of usage by day, key and model that are kept; past it the oldest go. */
  readonly usageRows: number;
  /** Rows of usage by session. */
  readonly usageSessions: number;
  /** How long usage may wait until it is written to its file. */
  readonly usageWrite: number;
  /** How long a server waits for another of its group to end a response. */
  readonly groupWait: number;
  /**
   * How long `close()` goes on as before while `/readyz` says already that the server leaves, so that balancers send it
   * nothing more.
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
  /** Whether {@link FlintServer.reload} can change it; others take a restart. */
  readonly reloads: boolean;
  /** Whether 0 stands for without end. */
  readonly isEndlessAtZero?: boolean;
}

const bytes = { unit: "bytes", reloads: true } as const;
const time = { unit: "milliseconds", reloads: true } as const;
const endless = { ...time, isEndlessAtZero: true } as const;
const count = { unit: "count", reloads: true } as const;

/** What each limit counts. Those that reload hold for what begins from then on: requests, connections, responses. */
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
 * All limits, what is not said being as it is in `others`, with waits that timers can take. Throws {@link ServerError}
 * `limit_invalid` for the first that is no whole number: a comparison with NaN would let everything pass, or nothing.
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
  return { ...limits, ...Object.fromEntries(waits.map((name) => [name, timed(name, limits[name])])) };
}

function timed(name: keyof ServerLimits, wait: number): number {
  const isEndless = wait === 0 && limitDetails[name].isEndlessAtZero;
  return isEndless ? LONGEST_TIMER : Math.min(wait, LONGEST_TIMER);
}
