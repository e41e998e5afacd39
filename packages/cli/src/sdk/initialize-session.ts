import type { Session } from "@flint/client";
import { nearest } from "@flint/client/nearest";
import type { InitializeOptions } from "./initialize-options.ts";

/**
 * Opens a session with the server at `url`, or, without a `url`, with an embedded server that is closed with the session.
 * Rejects with a `FlintError`; if the embedded server fails to start, its `serverCode` says why.
 */
export async function initializeSession(options: InitializeOptions = {}): Promise<Session> {
  const fault = faultOf(options);
  if (fault !== null) {
    const { FlintError } = await import("@flint/client");
    throw new FlintError("invalid_argument", fault);
  }
  const { url, model, engine: _, onClose, ...rest } = options;
  if (url === undefined) {
    // Server and engine are slow to load, so sessions with a `url` do not import them.
    const { embeddedSession } = await import("./embedded-session.ts");
    return embeddedSession(options);
  }
  const { initializeSession: connect } = await import("@flint/client");
  const apiKey = options.apiKey ?? (process.env.FLINT_KEY || undefined);
  const own = { ...(model && { model }), ...(onClose && { onClose }), ...(apiKey && { apiKey }) };
  return connect({ ...rest, ...own, url });
}

const NAMES: { readonly [Name in keyof InitializeOptions]-?: true } = {
  url: true,
  engine: true,
  model: true,
  apiKey: true,
  transport: true,
  limits: true,
  warmUp: true,
  trace: true,
  signal: true,
  onClose: true,
};

/** Returns a fault of the options that the client would not see, as they are removed before it is called; or null. */
function faultOf(options: unknown): string | null {
  if (typeof options !== "object" || options === null) {
    return 'the options must be an object, such as { url: "http://127.0.0.1:8787" }, or left out';
  }
  const stray = unknownOption(options);
  if (stray !== null) return stray;
  const { model, engine, onClose } = options as Readonly<Record<string, unknown>>;
  for (const [name, given] of Object.entries({ model, engine })) {
    if (given === undefined || typeof given === "string") continue;
    return `${name} must be a string, not ${given === null ? "null" : typeof given}: leave it out for the default`;
  }
  if (onClose === undefined || typeof onClose === "function") return null;
  return `onClose must be a function, not ${typeof onClose}`;
}

/** Returns an unknown option. The client would reject more options, and only after the engine has started. */
function unknownOption(options: object): string | null {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  const stray = given.find(([name]) => !Object.hasOwn(NAMES, name))?.[0];
  if (stray === undefined) return null;
  const names = Object.keys(NAMES).sort();
  const meant = nearest(stray, names);
  const remedy = meant === null ? `the names are ${names.join(", ")}` : `did you mean ${meant}?`;
  return `there is no option ${stray}: ${remedy}`;
}
