import { ApiError, errorFrame } from "@flint/protocol";
import { expect, test } from "vitest";
import { errorFrameOf } from "../connection/index.ts";
import { refusedRequest } from "./failure.ts";

test("an error frame over a WebSocket gives retryAfter in milliseconds, or null", () => {
  const limited = errorFrame(new ApiError(429, "rate_limit_exceeded", "too many", null, 0.06));
  expect(refusedRequest(limited)).toMatchObject({ status: 429, retryAfter: 60 });
  const { error, ...frame } = limited;
  const retryAfter = (headers: Record<string, string>) =>
    refusedRequest({ ...frame, error: { ...error, headers } }).retryAfter;
  expect(retryAfter({ "retry-after": "2" })).toBe(2_000);
  expect(retryAfter({ "retry-after": "Thu, 01 Jan 1970 00:01:00 GMT" })).toBeNull();
  expect(retryAfter({})).toBeNull();
});

test("a refusal over HTTP gives retryAfter in milliseconds, or null without such a header", async () => {
  const body = JSON.stringify({ error: { message: "too many", code: "rate_limit_exceeded" } });
  const headers = { "retry-after": "1", "retry-after-ms": "61" };
  const told = await errorFrameOf(new Response(body, { status: 429, headers }));
  expect(refusedRequest(told)).toMatchObject({ serverCode: "rate_limit_exceeded", retryAfter: 61 });
  const untold = await errorFrameOf(new Response(body, { status: 503 }));
  expect(refusedRequest(untold)).toMatchObject({ status: 503, retryAfter: null });
});
