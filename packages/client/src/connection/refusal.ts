import { FlintError } from "../error/index.ts";
import type { SocketEnd } from "./socket.ts";

/** What to do after a connection could not be opened. */
export type Refusal =
  | { readonly action: "retry"; readonly error: FlintError }
  | { readonly action: "give up"; readonly error: FlintError }
  | { readonly action: "use http" };

/**
 * Classifies a failure: 426 asks for HTTP; other 4xx are permanent except for 408 and 429; the rest may be temporary.
 */
export function classifyRefusal(end: SocketEnd, url: string): Refusal {
  if (end.kind !== "refused") return { action: "retry", error: unreachableError(end, url) };
  const { status, message, code, retryAfter } = end;
  const details = {
    status,
    ...(code !== undefined && { serverCode: code }),
    ...(retryAfter !== undefined && { retryAfter }),
  };
  if (status === 426) return { action: "use http" };
  if (status === 401 || status === 403) {
    // Only the server knows why: no key, an expired one, missing scopes, or a host name that it does not accept.
    const why = [message, status === 401 ? "pass a valid apiKey" : ""]
      .filter((part) => part !== "")
      .join("; ");
    const text = `${url} refused the connection (${status})${why === "" ? "" : `: ${why}`}`;
    return { action: "give up", error: new FlintError("connection_failed", text, details) };
  }
  if (status === 404) {
    const text = `no Responses API at ${url} (404): check the address`;
    return { action: "give up", error: new FlintError("connection_failed", text, { status }) };
  }
  const text = `${url} refused the connection (${status})${message === "" ? "" : `: ${message}`}`;
  const error = new FlintError("connection_failed", text, details);
  const isPermanent = status >= 400 && status < 500 && status !== 408 && status !== 429;
  return { action: isPermanent ? "give up" : "retry", error };
}

function unreachableError(end: Exclude<SocketEnd, { kind: "refused" }>, url: string): FlintError {
  const why = end.kind === "closed" ? closeReason(end.code, end.reason) : end.message;
  const { cause, remedy = 'start a server there with "flint serve", or check the address' } =
    end.kind === "error" ? end : {};
  return new FlintError("connection_failed", `cannot reach ${url} (${why}): ${remedy}`, { cause });
}

/** Returns message and code from the body of a refusal; nothing if it is not an API error, such as a proxy's page. */
export function parseRefusal(body: string): { readonly message?: string; readonly code?: string } {
  try {
    const { error } = JSON.parse(body) as { error?: { message?: unknown; code?: unknown } };
    return {
      ...(typeof error?.message === "string" && { message: error.message }),
      ...(typeof error?.code === "string" && { code: error.code }),
    };
  } catch {
    return {};
  }
}

/**
 * Returns the server's retry delay in milliseconds. Flint sends it exactly; other servers send seconds, or a date,
 * which is ignored.
 */
export function parseRetryAfter(headers: Readonly<Record<string, string | string[] | undefined>> = {}): {
  readonly retryAfter?: number;
} {
  const exact = Number.parseFloat(String(headers["retry-after-ms"]));
  const milliseconds = Number.isNaN(exact) ? Number(headers["retry-after"]) * 1000 : exact;
  return milliseconds >= 0 && Number.isFinite(milliseconds) ? { retryAfter: milliseconds } : {};
}

/** Describes in a few words why an open connection ended. */
export function describeEnd(end: SocketEnd): string {
  if (end.kind === "closed") return closeReason(end.code, end.reason);
  return end.message;
}

function closeReason(code: number, reason: string): string {
  if (reason !== "") return `${reason}, ${code}`;
  if (code === 1012) return "the server is restarting, 1012";
  if (code === 1006) return "dropped without a close frame, 1006";
  return `closed with ${code}`;
}
