import { EngineOptionError, refuseUnlessWhole } from "../contract/index.ts";
import type { UpstreamTarget } from "./preset/index.ts";

const MEBI = 1024 * 1024;

/** Milliseconds that a timer can wait, 24.8 days: one that is to wait longer fires at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** Milliseconds; 0 for `firstByte`, `silence` and `total` means none. What is longer than 24.8 days is that long. */
export interface UpstreamTimeouts {
  /** Until the connection stands, its TLS and proxy included. */
  readonly connect: number;
  /**
   * From the request to the first token of its answer: the queue there, the reading of the prompt, and reasoning that is
   * not shown. A sign of life meanwhile has it begin anew.
   */
  readonly firstByte: number;
  /** Between two pieces of an answer that has begun. */
  readonly silence: number;
  /** That pieces of an answer wait for one another at most, where this process is busy for two fifths of its time and more; 0: none waits. */
  readonly busyWait: number;
  /** For a whole answer. */
  readonly total: number;
  /** For questions that no model has to answer: lists, counts, health. */
  readonly question: number;
  /** Age at which a list of models is asked for anew. */
  readonly modelList: number;
  /** Between two looks at a server that is down. */
  readonly health: number;
  /** After which a socket closes that nobody uses. */
  readonly socketIdle: number;
  /** Age from which on a socket takes no further request. OpenAI ends them at 60 minutes. */
  readonly socketAge: number;
  /** From the interruption of a response until its socket is closed, if the response has not ended by then. */
  readonly interrupt: number;
  /** For which a server that has refused a socket is asked over HTTP alone. */
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

/** All times, the defaults where there are none, as timers can take them. */
export function timeoutsOf(own: Partial<UpstreamTimeouts> = {}): UpstreamTimeouts {
  const timeouts = { ...defaultTimeouts, ...own };
  const taken = Object.entries(timeouts).map(([name, time]) => [name, Math.min(time, LONGEST_TIMER)]);
  return { ...timeouts, ...Object.fromEntries(taken) };
}

export interface UpstreamLimits {
  /** Connections to one server. More requests than that wait for one. */
  readonly connections: number;
  /** Sockets to one server. Requests that find none free go over HTTP. */
  readonly sockets: number;
  /** Threads at one time. */
  readonly threads: number;
  /** Characters of one streamed message. */
  readonly messageLength: number;
  /** Bytes of an answer that is not streamed. */
  readonly bodyBytes: number;
  /** Bytes that may wait to be read, for each answer, before its server is held up. */
  readonly unreadBytes: number;
  /** Times that one answer is asked for again where nothing of it has come. */
  readonly retries: number;
  /** Milliseconds that a retry waits at most: a server that asks for more is not asked again. */
  readonly retryWait: number;
  /** Failures in a row after which a server counts as down. */
  readonly failures: number;
  /** Conversations whose server is remembered. */
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
  /** One or more servers. A model that several have is shared among them by weight. */
  readonly targets: readonly UpstreamTarget[];
  /** The engine's id; default `upstream`. */
  readonly name?: string;
  readonly timeouts?: Partial<UpstreamTimeouts>;
  readonly limits?: Partial<UpstreamLimits>;
  /** Tokens of a context that its server does not tell. Default 131,072; nothing is refused because of it. */
  readonly contextLength?: number;
  /** Certificates in PEM to trust beside Node's own and those of `NODE_EXTRA_CA_CERTS`. */
  readonly certificates?: string;
  /** Told of servers that go down and come back, for people to read. */
  readonly onWarning?: (text: string) => void;
}

/** Throws {@link EngineOptionError} for the first number that is none of its kind. */
export function refuseWrongNumbers({ targets, timeouts, limits, contextLength }: UpstreamOptions): void {
  if (timeouts) refuseUnlessWhole(timeouts, { within: "timeouts" });
  // Requests wait for a connection, and there would never be one.
  if (limits) refuseUnlessWhole(limits, { within: "limits", least: { connections: 1 } });
  refuseUnlessWhole({ contextLength }, { least: { contextLength: 1 } });
  for (const [place, { weight }] of targets.entries()) {
    if (weight === undefined || (Number.isFinite(weight) && weight > 0)) continue;
    const option = `targets[${place}].weight`;
    throw new EngineOptionError(option, `${option} is ${weight}: it must be a number above 0`);
  }
}
