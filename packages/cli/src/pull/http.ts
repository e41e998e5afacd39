import { CliError } from "../error/index.ts";
import { requireSafe, requireSafeRedirect } from "./source.ts";

const MAX_REDIRECTS = 8;

/** A secret for one origin. Never sent anywhere else, and never shown. */
export interface Token {
  readonly origin: string;
  readonly value: string;
}

export interface OpenOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly token?: Token | null;
  readonly signal?: AbortSignal;
}

export interface Opened {
  readonly response: Response;
  /** The file's SHA-256 in hex, if a redirect gave it (Hugging Face's `x-linked-etag`). */
  readonly sha256: string | null;
}

/**
 * Sends a GET request and follows redirects itself: the token is only sent to its own origin, and no redirect may leave
 * https. Rejects with the `fetch` error on network failures.
 */
export async function open(start: URL, options: OpenOptions = {}): Promise<Opened> {
  let url = start;
  let sha256: string | null = null;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    requireSafe(url);
    const response = await fetch(url, {
      headers: headersFor(url, options),
      redirect: "manual",
      ...(options.signal && { signal: options.signal }),
    });
    sha256 ??= linkedSha256(response.headers);
    const location = response.headers.get("location");
    if (response.status < 300 || response.status > 399 || location === null) return { response, sha256 };
    await response.body?.cancel();
    const next = new URL(location, url);
    requireSafeRedirect(url, next);
    url = next;
  }
  throw new CliError(
    "too_many_redirects",
    `${start.host} redirects in a circle; try again later, or use another source`,
  );
}

function headersFor(url: URL, { headers, token }: OpenOptions): Record<string, string> {
  // Range offsets refer to the uncompressed file.
  const all: Record<string, string> = { "accept-encoding": "identity", "user-agent": "flint", ...headers };
  if (token?.origin === url.origin) all.authorization = `Bearer ${token.value}`;
  return all;
}

function linkedSha256(headers: Headers): string | null {
  const etag = headers.get("x-linked-etag")?.replaceAll('"', "") ?? "";
  return /^[0-9a-f]{64}$/.test(etag) ? etag : null;
}
