import type { Session } from "@flint/client";
import { nearest } from "@flint/client/nearest";
import type { InitializeOptions } from "./initialize-options.ts";

/**
 * A session with the server at `url`; or, without one, with an embedded server that lives as long as the session.
 * Rejects with a `FlintError`; where the embedded server cannot be had, its `serverCode` says why.
 */
export async function initializeSession(options: InitializeOptions = {}): Promise<Session> {
  const fault = faultOf(options);
  if (fault !== null) {
    const { FlintError } = await import("@flint/client");
    throw new FlintError("invalid_argument", fault);
  }
  const { url, model, engine: _, onClose, ...rest } = options;
  if (url === undefined) {
    // Server and engine take longer to load than all else: who brings a server does without.
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

/** What the client cannot tell of, as it is gone before it is asked; null where there is nothing. */
function faultOf(options: unknown): string | null {
  if (typeof options !== "object" || options === null) {
    return 'the options must be an object, such as { url: "http://127.0.0.1:8787" }, or left out';
  }
  const stray = strayName(options);
  if (stray !== null) return stray;
  const { model, engine, onClose } = options as Readonly<Record<string, unknown>>;
  for (const [name, given] of Object.entries({ model, engine })) {
    if (given === undefined || typeof given === "string") continue;
    return `${name} must be a string, not ${given === null ? "null" : typeof given}: leave it out for the default`;
  }
  if (onClose === undefined || typeof onClose === "function") return null;
  return `onClose must be a function, not ${typeof onClose}`;
}

/** Of an option that there is none of: the client knows fewer, and is asked when the engine runs already. */
function strayName(options: object): string | null {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  const stray = given.find(([name]) => !Object.hasOwn(NAMES, name))?.[0];
  if (stray === undefined) return null;
  const names = Object.keys(NAMES).sort();
  const meant = nearest(stray, names);
  const remedy = meant === null ? `the names are ${names.join(", ")}` : `did you mean ${meant}?`;
  return `there is no option ${stray}: ${remedy}`;
}
