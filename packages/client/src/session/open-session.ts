import { abortedError, onAbort } from "../abort/index.ts";
import { parseEndpoint } from "../connection/index.ts";
import {
  FlintError,
  type OptionNames,
  requireFunction,
  requireOptions,
  requireSignal,
  requireTypes,
} from "../error/index.ts";
import type { Platform } from "../platform/index.ts";
import { LiveSession } from "./live-session.ts";
import type { Session } from "./session.ts";
import { resolveLimits, type SessionOptions } from "./session-options.ts";

const OPTION_NAMES: OptionNames<SessionOptions> = {
  url: true,
  model: true,
  apiKey: true,
  transport: true,
  limits: true,
  warmUp: true,
  trace: true,
  signal: true,
  onClose: true,
};

/**
 * Opens a session and waits until its connection is open.
 * Rejects with {@link FlintError} `invalid_argument`, `connection_failed` or `aborted`.
 */
export async function openSession(options: SessionOptions, platform: Platform): Promise<Session> {
  requireOptions<SessionOptions>(options, '{ url: "http://127.0.0.1:8787" }', OPTION_NAMES);
  const { signal, trace, onClose } = options;
  requireTypes(options, { model: "string", apiKey: "string", warmUp: "boolean" });
  requireTransport(options.transport);
  requireKey(options.apiKey);
  requireSignal(signal);
  if (trace !== undefined) requireFunction(trace, "trace");
  if (onClose !== undefined) requireFunction(onClose, "onClose");
  const endpoint = parseEndpoint(options.url);
  const limits = resolveLimits(options.limits);
  if (signal?.aborted === true) throw abortedError("connecting", signal);
  const session = new LiveSession(options, limits, endpoint, platform);
  let aborted = false;
  const offAbort =
    signal &&
    onAbort(signal, () => {
      aborted = true;
      session.close().catch(() => {});
    });
  try {
    await session.ready();
    if (aborted && signal) throw abortedError("connecting", signal);
    return session;
  } catch (error) {
    // An error in the cleanup must not hide the reason of the failure.
    await session.close().catch(() => {});
    throw aborted && signal ? abortedError("connecting", signal) : error;
  } finally {
    offAbort?.();
  }
}

function requireTransport(transport: unknown): void {
  if (transport === undefined || transport === "websocket" || transport === "http") return;
  throw new FlintError("invalid_argument", "transport must be websocket or http");
}

function requireKey(apiKey = ""): void {
  if (/^[\x20-\x7e\u00a0-\u00ff]*$/.test(apiKey)) return;
  const message = "apiKey has a character that keys cannot have, such as a line break: trim it";
  throw new FlintError("invalid_argument", message);
}
