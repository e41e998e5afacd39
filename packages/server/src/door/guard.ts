import { type ApiError, apiError } from "@flint/protocol";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** The names that a server goes by. */
export interface HostNames {
  /** Whether it answers to every name: where requests take a key, which a page of another site does not have. */
  readonly any: boolean;
  /** Beside those of loopback, without port, in lower case. */
  readonly others: ReadonlySet<string>;
}

/**
 * Why a request must not be served, judged by the name that it was sent to and the page that sent it. A name that is
 * not the server's means DNS rebinding; an origin other than the server's own means a page of another site.
 */
export function whyForeign(
  { host, origin }: { readonly host: string | undefined; readonly origin: string | undefined },
  names: HostNames,
): ApiError | null {
  const target = urlOf(`http://${host ?? ""}`);
  if (target === null || !(names.any || LOOPBACK.has(target.hostname) || names.others.has(target.hostname))) {
    const known = ["127.0.0.1", "localhost", ...names.others].join(", ");
    return apiError("host_not_allowed", `this server only answers to these host names: ${known}`);
  }
  if (origin === undefined) return null;
  const page = urlOf(origin);
  // Under another name than loopback's, what stands before the server may speak TLS for it.
  const isBehindTls = page?.protocol === "https:" && !LOOPBACK.has(target.hostname);
  if (page !== null && (page.protocol === "http:" || isBehindTls) && isSameHost(page, target)) return null;
  return apiError("origin_not_allowed", "this server accepts no requests from pages of other origins");
}

const SECRETS = /^(?:api[-_]?key|key|(?:access[-_]?)?token|authorization|secret)$/i;

/** Why an address must not be served: a key in it is in logs, in histories and on screens by then. */
export function whyExposed(url: string): ApiError | null {
  const at = url.indexOf("?");
  const names = at === -1 ? [] : [...new URLSearchParams(url.slice(at)).keys()];
  if (!names.some((name) => SECRETS.test(name))) return null;
  return apiError(
    "key_in_address",
    "a key in the address is not accepted: send it as `authorization: Bearer …`",
  );
}

/** A proxy may hand on the name with the port of its own or without. */
function isSameHost(page: URL, target: URL): boolean {
  return page.host === target.host || (page.protocol === "https:" && page.hostname === target.hostname);
}

function urlOf(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
