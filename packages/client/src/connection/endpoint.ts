import { FlintError } from "../error/index.ts";

/** The HTTP and WebSocket addresses of a server, without a trailing slash. */
export interface Endpoint {
  /** `http(s)://…/v1` */
  readonly http: string;
  /** `ws(s)://…/v1` */
  readonly socket: string;
}

const SCHEMES = new Map([
  ["http:", ["http:", "ws:"]],
  ["ws:", ["http:", "ws:"]],
  ["https:", ["https:", "wss:"]],
  ["wss:", ["https:", "wss:"]],
] as const);

/** Parses a server's address. Throws {@link FlintError} `invalid_argument` if it is not one. */
export function parseEndpoint(url: string): Endpoint {
  const address = URL.canParse(url) ? new URL(url) : null;
  const schemes = address === null ? undefined : SCHEMES.get(address.protocol as "http:");
  if (address === null || schemes === undefined) {
    throw new FlintError(
      "invalid_argument",
      `url "${url}" is not a server's address: give one such as http://127.0.0.1:8787/v1`,
    );
  }
  const path = address.pathname.replace(/\/+$/, "").replace(/\/responses$/, "");
  const base = `//${address.host}${path.endsWith("/v1") ? path : `${path}/v1`}`;
  return { http: schemes[0] + base, socket: schemes[1] + base };
}
