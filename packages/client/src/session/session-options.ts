import { CONNECTION_LIMITS, type ConnectionLimits } from "../connection/index.ts";
import { FlintError, requireNames } from "../error/index.ts";
import { LONGEST_TIMER } from "../longest-timer.ts";
import type { TurnTrace } from "../turn/index.ts";

export interface SessionLimits extends ConnectionLimits {
  /** Events kept for one turn's iterators; neighbouring text events are joined beyond it. Default 65,536. */
  readonly turnEvents?: number;
  /**
   * Milliseconds that the server is asked to go on with an answer whose connection is lost, so that it can be
   * resumed. Servers have a maximum. 0: it is not asked, and answers are not resumed. Default 30,000.
   */
  readonly grace?: number;
  /** Attempts in a row to resume an answer that bring nothing new, before it counts as lost. Default 10. */
  readonly resumes?: number;
  /** Times that a turn is begun anew after a lost connection, where its answer cannot be resumed. Default 2. */
  readonly restarts?: number;
  /**
   * Responses whose items are kept, so that a chain can be continued after a reconnect; those of an edit only while it
   * runs. Default 1,000.
   */
  readonly chainResponses?: number;
  /** UTF-16 units of those items, as JSON. Default 16,777,216. */
  readonly chainLength?: number;
  /** Bytes of a file that `path` names. Default 4,194,304. */
  readonly fileBytes?: number;
}

export interface SessionOptions {
  /** The server's base address, `http:`, `https:`, `ws:` or `wss:`; `/v1` is added where it is missing. */
  readonly url: string;
  /** Default: the server's default model. */
  readonly model?: string;
  readonly apiKey?: string;
  /** Default `websocket`, and HTTP where the server refuses that. Over HTTP turns cannot be steered. */
  readonly transport?: "websocket" | "http";
  readonly limits?: SessionLimits;
  /** Whether to send the edit instructions ahead, so that the model is loaded and has read them. Default true. */
  readonly warmUp?: boolean;
  /**
   * The trace that a turn is part of, asked for as the turn begins: the server goes on with it. With OpenTelemetry's
   * API, a carrier into which the active context is injected.
   */
  readonly trace?: () => TurnTrace | undefined;
  /** Aborting gives up the connecting. */
  readonly signal?: AbortSignal;
  /** Runs once when the session is closed: for what lives as long as it. */
  readonly onClose?: () => Promise<void>;
}

const SESSION_LIMITS: Required<SessionLimits> = {
  ...CONNECTION_LIMITS,
  turnEvents: 65_536,
  grace: 30_000,
  resumes: 10,
  restarts: 2,
  chainResponses: 1_000,
  chainLength: 16_777_216,
  fileBytes: 4_194_304,
};

/** Distinct lanes that a server grants one connection. */
const MAX_LANES = 32;

const WAITS = [
  "connectTimeout",
  "connectionAge",
  "firstEventTimeout",
  "idleTimeout",
  "pingAfter",
  "pongTimeout",
  "acknowledgementTimeout",
] as const;

/** The defaults with the caller's own. Throws {@link FlintError} `invalid_argument`. */
export function resolveLimits(own: SessionLimits = {}): Required<SessionLimits> {
  requireNames(own, SESSION_LIMITS, "limits.");
  const given = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
  const limits = { ...SESSION_LIMITS, ...given };
  const { backoff, ...numbers } = limits;
  requireBackoff(backoff);
  for (const [name, value] of Object.entries(numbers)) {
    if (isLimit(value)) continue;
    throw new FlintError(
      "invalid_argument",
      `limits.${name} is ${String(value)}: give a number of at least 0`,
    );
  }
  if (
    !Number.isInteger(limits.concurrentTurns) ||
    limits.concurrentTurns < 1 ||
    limits.concurrentTurns > MAX_LANES
  ) {
    throw new FlintError(
      "invalid_argument",
      `limits.concurrentTurns is ${limits.concurrentTurns}: give 1 to ${MAX_LANES}`,
    );
  }
  const waits = WAITS.map((name) => [name, Math.min(limits[name], LONGEST_TIMER)]);
  const [initial, longest] = backoff;
  return {
    ...limits,
    ...Object.fromEntries(waits),
    backoff: [Math.min(initial, LONGEST_TIMER), Math.min(longest, LONGEST_TIMER)],
  };
}

function isLimit(given: unknown): boolean {
  return Number.isFinite(given) && Number(given) >= 0;
}

function requireBackoff(given: unknown): void {
  if (Array.isArray(given) && given.length === 2 && given.every(isLimit) && given[0] <= given[1]) return;
  throw new FlintError(
    "invalid_argument",
    "limits.backoff must be two numbers of milliseconds, such as [100, 5000]: the wait after the first attempt, and the longest wait",
  );
}
