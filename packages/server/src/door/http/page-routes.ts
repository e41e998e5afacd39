import type { Context, Hono } from "hono";
import type { Page, PageFile } from "../../page/index.ts";
import type { RouteEnv } from "./place.ts";

/** Allows only this server's scripts, styles and connections; nothing inline, and no framing by other sites. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy": POLICY,
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

/** Serves the page at `/`, by exact paths: no other file can be reached. */
export function pageRoutes(app: Hono<RouteEnv>, page: Page): void {
  for (const [path, file] of page) app.get(path, (c) => serve(c, file));
}

async function serve(c: Context, file: PageFile): Promise<Response> {
  const short = acceptsGzip(c.req.header("accept-encoding")) ? await file.compressed() : null;
  // Each encoding is a representation of its own, with a tag of its own.
  const etag = short === null ? file.etag : file.etag.replace(/"$/, '-gzip"');
  const headers = {
    ...HEADERS,
    "cache-control": file.isImmutable ? "public, max-age=31536000, immutable" : "no-cache",
    etag,
    vary: "accept-encoding",
  };
  if (c.req.header("if-none-match")?.includes(etag)) return c.body(null, 304, headers);
  const encoding = short === null ? {} : { "content-encoding": "gzip" };
  return c.body(short ?? file.body, 200, { ...headers, ...encoding, "content-type": file.type });
}

function acceptsGzip(header = ""): boolean {
  return header.split(",").some((one) => {
    const [name, ...parameters] = one.split(";").map((part) => part.trim().toLowerCase());
    return name === "gzip" && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
}
