import { CONNECTION_LIMITS, type ConnectionLimits } from "../connection/index.ts";
import { FlintError, requireNames } from "../error/index.ts";
import { LONGEST_TIMER } from "../longest-timer.ts";
import type { TurnTrace } from "../turn/index.ts";

export interface SessionLimits extends ConnectionLimits {
  /** Events kept for one turn's iterators; neighbouring text events are joined beyond it. Default 65,536. */
  readonly turnEvents?: number;
  /**
   * Milliseconds for which the server is asked to continue an answer after its connection is lost, for resuming it.
   * Servers have a maximum. With 0, answers are not resumed. Default 30,000.
   */
  readonly grace?: number;
  /** Consecutive attempts to resume an answer without receiving anything new, before it counts as lost. Default 10. */
  readonly resumes?: number;
  /** How often a turn is restarted after a lost connection, if its answer cannot be resumed. Default 2. */
  readonly restarts?: number;
  /**
   * Responses whose items are kept, for continuing a conversation after a reconnect. Those of an edit are kept only
   * while it runs. Default 1,000.
   */
  readonly chainResponses?: number;
  /** UTF-16 units of those items, as JSON. Default 16,777,216. */
  readonly chainLength?: number;
  /** Largest size of the file that `path` names, in bytes. Default 4,194,304. */
  readonly fileBytes?: number;
}

export interface SessionOptions {
  /** The server's base address, `http:`, `https:`, `ws:` or `wss:`; `/v1` is added if it is missing. */
  readonly url: string;
  /** Default: the server's default model. */
  readonly model?: string;
  readonly apiKey?: string;
  /** Default `websocket`, falling back to HTTP if the server refuses it. Turns over HTTP cannot be steered. */
  readonly transport?: "websocket" | "http";
  readonly limits?: SessionLimits;
  /** Whether to send the edit instructions in advance, which loads the model and lets it read them. Default true. */
  readonly warmUp?: boolean;
  /**
   * Returns the trace that a turn belongs to, when the turn begins; the server continues that trace. With
   * OpenTelemetry's API, return a carrier into which the active context was injected.
   */
  readonly trace?: () => TurnTrace | undefined;
  /** Aborting stops connecting. */
  readonly signal?: AbortSignal;
  /** Runs once when the session is closed, to release what was created for it. */
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

/** Lanes that a server allows on one connection. */
const MAX_LANES = 32;

const DURATIONS = [
  "connectTimeout",
  "connectionAge",
  "firstEventTimeout",
  "idleTimeout",
  "pingAfter",
  "pongTimeout",
  "acknowledgementTimeout",
] as const;

/** Returns the defaults overridden by `own`. Throws {@link FlintError} `invalid_argument`. */
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
  const durations = DURATIONS.map((name) => [name, Math.min(limits[name], LONGEST_TIMER)]);
  const [initial, longest] = backoff;
  return {
    ...limits,
    ...Object.fromEntries(durations),
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
