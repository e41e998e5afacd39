import type { IncomingMessage } from "node:http";
import { ApiError, apiError } from "@flint/protocol";
import type { Weight } from "../../request-bytes.ts";
import type { OwnShared } from "../shared.ts";
import type { Place } from "./place.ts";

const MEBI = 1024 * 1024;

/**
 * Reads the body as JSON. Rejects with ApiError `invalid_json`; `body_too_large` if it exceeds the limit, with or
 * without a `content-length`; or `rate_limit_exceeded` if it is too large together with other requests. It is read from
 * Node's own request, because a web stream would cost more than everything else here.
 */
export async function jsonOf({ limits, account }: OwnShared, place: Place): Promise<unknown> {
  const bytes = await bytesOf(place.incoming, limits.bodyBytes, place.weigh(account.requestBytes));
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw apiError("invalid_json", `the request's body is not JSON: ${reason}`);
  }
}

function bytesOf(incoming: IncomingMessage, limit: number, weight: Weight): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    if (Number(incoming.headers["content-length"] ?? 0) > limit) throw tooLarge(limit);
    const pieces: Buffer[] = [];
    let size = 0;
    const settle = (error: ApiError | null) => {
      incoming.off("data", onData).off("end", onEnd).off("error", onGone).off("close", onGone);
      if (error === null) resolve(Buffer.concat(pieces));
      else reject(error);
    };
    const onData = (piece: Buffer) => {
      pieces.push(piece);
      size += piece.length;
      const why = size > limit ? tooLarge(limit) : whyTooHeavy(weight, piece.length);
      if (why === null) return;
      // The rest is left to Node's cleanup of unread requests.
      incoming.pause();
      settle(why);
    };
    const onEnd = () => settle(null);
    const onGone = () => settle(apiError("bad_request", "the request's body did not arrive completely"));
    incoming.on("data", onData).on("end", onEnd).on("error", onGone).on("close", onGone);
    if (incoming.destroyed) onGone();
  });
}

/** Counts the bytes received. A `content-length` does not count, because it costs the sender nothing. */
function whyTooHeavy(weight: Weight, bytes: number): ApiError | null {
  try {
    weight.grow(bytes);
    return null;
  } catch (cause) {
    if (cause instanceof ApiError) return cause;
    throw cause;
  }
}

function tooLarge(limit: number): ApiError {
  const size = `${limit / MEBI} MiB (${limit} bytes)`;
  const remedy = "send less, or continue a conversation with previous_response_id";
  return apiError("body_too_large", `the request's body is over the limit of ${size}: ${remedy}`);
}
