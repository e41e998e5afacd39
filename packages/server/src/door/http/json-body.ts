import { apiError } from "@flint/protocol";
import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";

const MEBI = 1024 * 1024;

/** The body's JSON. Rejects with ApiError `invalid_json`. */
export async function jsonOf(request: Request): Promise<unknown> {
  const bytes = await request.arrayBuffer();
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw apiError("invalid_json", `the request's body is not JSON: ${reason}`);
  }
}

/** Refuses larger bodies, whether they tell their length or not. */
export function limitBody(limit: () => number): MiddlewareHandler {
  return (c, next) => {
    const bytes = limit();
    const refuse = () => {
      const size = `${bytes / MEBI} MiB (${bytes} bytes)`;
      const remedy = "send less, or continue a conversation with previous_response_id";
      throw apiError("body_too_large", `the request's body is over the limit of ${size}: ${remedy}`);
    };
    const told = c.req.raw.headers.get("content-length");
    // To count one that does not tell it, the library makes a web stream of it, which costs more than all else here.
    if (told === null || c.req.raw.headers.has("transfer-encoding"))
      return bodyLimit({ maxSize: bytes, onError: refuse })(c, next);
    return Number(told) > bytes ? refuse() : next();
  };
}
