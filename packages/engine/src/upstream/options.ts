import { EngineOptionError, requireWholeNumbers } from "../contract/index.ts";
import type { UpstreamTarget } from "./preset/index.ts";

const MEBI = 1024 * 1024;

/** The longest timer in milliseconds, 24.8 days; longer ones would fire at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** Timeouts in milliseconds, limited to 24.8 days. 0 disables `firstByte`, `silence` and `total`. */
export interface UpstreamTimeouts {
  /** Until the connection is established, including TLS and proxy. */
  readonly connect: number;
  /**
   * From the request to the first token of its answer, including the server's queue, the prefill, and hidden reasoning.
   * Restarts whenever the server sends anything.
   */
  readonly firstByte: number;
  /** Between two pieces of an answer that has started. */
  readonly silence: number;
  /** Longest time that pieces of an answer are delayed to be read together, at a load of 40 % or more. 0: no delay. */
  readonly busyWait: number;
  /** For a whole answer. */
  readonly total: number;
  /** For requests that need no model: lists, counts, health. */
  readonly question: number;
  /** Age at which a list of models is requested again. */
  readonly modelList: number;
  /** Between two checks of a server that is down. */
  readonly health: number;
  /** After which an unused socket is closed. */
  readonly socketIdle: number;
  /** Age from which a socket gets no more requests. OpenAI closes sockets after 60 minutes. */
  readonly socketAge: number;
  /** From interrupting a response until its socket is closed, if the response has not ended by then. */
  readonly interrupt: number;
  /** How long a server that rejected a socket is asked over HTTP only. */
  readonly socketRefusal: number;
}

export const defaultTimeouts: UpstreamTimeouts = {
  connect: 5_000,
  firstByte: 300_000,
  silence: 120_000,
  busyWait: 24,
  total: 0,
  question: 10_000,
  modelList: 60_000,
  health: 2_000,
  socketIdle: 300_000,
  socketAge: 55 * 60_000,
  interrupt: 2_000,
  socketRefusal: 600_000,
};

/** Returns all timeouts, with defaults, limited to what timers support. */
export function timeoutsOf(own: Partial<UpstreamTimeouts> = {}): UpstreamTimeouts {
  const timeouts = { ...defaultTimeouts, ...own };
  const taken = Object.entries(timeouts).map(([name, time]) => [name, Math.min(time, LONGEST_TIMER)]);
  return { ...timeouts, ...Object.fromEntries(taken) };
}

export interface UpstreamLimits {
  /** Connections per server. Further requests wait for one. */
  readonly connections: number;
  /** Sockets per server. Requests without a free one use HTTP. */
  readonly sockets: number;
  /** Open threads. */
  readonly threads: number;
  /** Characters per streamed message. */
  readonly messageLength: number;
  /** Bytes of a non-streamed answer. */
  readonly bodyBytes: number;
  /** Buffered bytes per answer before backpressure is applied to the server. */
  readonly unreadBytes: number;
  /** Retries of an answer of which nothing has arrived. */
  readonly retries: number;
  /** Longest wait before a retry in milliseconds. A server that asks for more is not retried. */
  readonly retryWait: number;
  /** Consecutive failures after which a server counts as down. */
  readonly failures: number;
  /** Number of conversations whose server is remembered. */
  readonly chains: number;
}

export const defaultLimits: UpstreamLimits = {
  connections: 256,
  sockets: 32,
  threads: 1024,
  messageLength: 8 * MEBI,
  bodyBytes: 32 * MEBI,
  unreadBytes: MEBI,
  retries: 2,
  retryWait: 20_000,
  failures: 3,
  chains: 10_000,
};

export interface UpstreamOptions {
  /** One or more servers. A model on several servers is balanced by weight. */
  readonly targets: readonly UpstreamTarget[];
  /** The engine's id. Default `upstream`. */
  readonly name?: string;
  readonly timeouts?: Partial<UpstreamTimeouts>;
  readonly limits?: Partial<UpstreamLimits>;
  /** Assumed context length in tokens if the server does not report it. Default 131,072. No request is rejected because of it. */
  readonly contextLength?: number;
  /** Certificates in PEM to trust in addition to Node's and those of `NODE_EXTRA_CA_CERTS`. */
  readonly certificates?: string;
  /** Called with a message when a server goes down or comes back. It never quotes the server. */
  readonly onWarning?: (text: string) => void;
}

/** Throws {@link EngineOptionError} for the first invalid number. */
export function refuseWrongNumbers({ targets, timeouts, limits, contextLength }: UpstreamOptions): void {
  if (timeouts) requireWholeNumbers(timeouts, { within: "timeouts" });
  // With 0 connections, requests would wait forever.
  if (limits) requireWholeNumbers(limits, { within: "limits", least: { connections: 1 } });
  requireWholeNumbers({ contextLength }, { least: { contextLength: 1 } });
  for (const [place, { weight }] of targets.entries()) {
    if (weight === undefined || (Number.isFinite(weight) && weight > 0)) continue;
    const option = `targets[${place}].weight`;
    throw new EngineOptionError(option, `${option} is ${weight}: it must be a number above 0`);
  }
}
