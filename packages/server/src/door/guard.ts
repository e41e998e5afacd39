import { type ApiError, apiError } from "@flint/protocol";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** The host names that a server accepts. */
export interface HostNames {
  /** Whether every name is accepted: requests then need an API key, which a page of another site does not have. */
  readonly any: boolean;
  /** Accepted names besides those of loopback: without port, in lower case. */
  readonly others: ReadonlySet<string>;
}

/** The headers that tell where a request comes from. */
export interface Provenance {
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** `sec-fetch-site`, which no page can change; browsers send no `origin` for images and scripts. */
  readonly site?: string | undefined;
  /** `sec-fetch-mode` */
  readonly mode?: string | undefined;
}

/**
 * Returns why a request must be refused, judged by where it comes from; null if it may be served. A foreign host name
 * suggests DNS rebinding; a foreign origin or site is a page of another site. Such a page may only lead to this server.
 */
export function whyForeign({ host, origin, site, mode }: Provenance, names: HostNames): ApiError | null {
  const target = urlOf(`http://${host ?? ""}`);
  if (target === null || !(names.any || LOOPBACK.has(target.hostname) || names.others.has(target.hostname))) {
    const known = ["127.0.0.1", "localhost", ...names.others].join(", ");
    return apiError("host_not_allowed", `this server only answers to these host names: ${known}`);
  }
  const isEmbedded = (site === "cross-site" || site === "same-site") && mode !== "navigate";
  if (origin === undefined) return isEmbedded ? otherOrigin() : null;
  const page = urlOf(origin);
  // For names other than loopback's, a reverse proxy may terminate TLS.
  const isBehindTls = page?.protocol === "https:" && !LOOPBACK.has(target.hostname);
  if (page !== null && (page.protocol === "http:" || isBehindTls) && isSameHost(page, target)) return null;
  return otherOrigin();
}

function otherOrigin(): ApiError {
  return apiError("origin_not_allowed", "this server accepts no requests from pages of other origins");
}

const SECRETS = /^(?:api[-_]?key|key|(?:access[-_]?)?token|authorization|secret)$/i;

/**
 * Returns why a URL must be refused: a key in it would end up in logs, histories and on screens. Null if it has none.
 */
export function whyKeyInUrl(url: string): ApiError | null {
  const at = url.indexOf("?");
  const names = at === -1 ? [] : [...new URLSearchParams(url.slice(at)).keys()];
  if (!names.some((name) => SECRETS.test(name))) return null;
  return apiError(
    "key_in_address",
    "a key in the address is not accepted: send it as `authorization: Bearer …`",
  );
}

/** Compares hosts. Behind TLS the port is ignored: a proxy may forward the name with or without its own. */
function isSameHost(page: URL, target: URL): boolean {
  return page.host === target.host || (page.protocol === "https:" && page.hostname === target.hostname);
}

function urlOf(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
