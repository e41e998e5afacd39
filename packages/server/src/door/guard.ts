import { type ApiError, apiError } from "@flint/protocol";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Why a request must not be served, judged by the name that it was sent to and the page that sent it. A name other
 * than loopback means DNS rebinding; an origin other than the server's own means a page of another site.
 */
export function whyForeign(host: string | undefined, origin: string | undefined): ApiError | null {
  const target = urlOf(`http://${host ?? ""}`);
  if (target === null || !LOOPBACK.has(target.hostname)) {
    return apiError("host_not_allowed", "this server answers to 127.0.0.1 and localhost only");
  }
  if (origin === undefined) return null;
  const page = urlOf(origin);
  if (page !== null && page.protocol === "http:" && page.host === target.host) return null;
  return apiError("origin_not_allowed", "this server takes no requests from pages of other origins");
}

const SECRETS = /^(?:api[-_]?key|key|(?:access[-_]?)?token|authorization|secret)$/i;

/** Why an address must not be served: a key in it is in logs, in histories and on screens by then. */
export function whyExposed(url: string): ApiError | null {
  const at = url.indexOf("?");
  const names = at === -1 ? [] : [...new URLSearchParams(url.slice(at)).keys()];
  if (!names.some((name) => SECRETS.test(name))) return null;
  return apiError(
    "key_in_address",
    "a key in the address is not taken: send it as `authorization: Bearer …`",
  );
}

function urlOf(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
