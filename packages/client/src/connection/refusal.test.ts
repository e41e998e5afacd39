import { expect, test } from "vitest";
import { classifyRefusal, parseRefusal } from "./refusal.ts";

const URL = "http://127.0.0.1:8787/v1";

function told(status: number, message: string, code?: string) {
  const end = { kind: "refused", status, message, ...(code !== undefined && { code }) } as const;
  const refusal = classifyRefusal(end, URL);
  return refusal.action === "use http" ? null : refusal;
}

test.each([
  [401, "revoked_api_key", "the key `k` was revoked: ask for a new one"],
  [403, "insufficient_scope", "the key `k` has the scopes models: this takes responses"],
  [403, "host_not_allowed", "this server only answers to these host names: localhost"],
])(
  "a refusal with status %i and code %s is final and passes on the server's message",
  (status, code, message) => {
    const refusal = told(status, message, code);
    expect(refusal?.action).toBe("give up");
    expect(refusal?.error).toMatchObject({ code: "connection_failed", serverCode: code, status });
    expect(refusal?.error.message).toContain(`refused the connection (${status}): ${message}`);
  },
);

test("the error asks for a valid apiKey after 401, not after 403", () => {
  expect(told(401, "")?.error.message).toBe(`${URL} refused the connection (401): pass a valid apiKey`);
  expect(told(403, "")?.error.message).toBe(`${URL} refused the connection (403)`);
});

test.each(["<html>", "null", "[]", '{"error":"no"}', '{"error":{"message":1,"code":null}}'])(
  "no error is read from a body that is not the API's: %s",
  (body) => {
    expect(parseRefusal(body)).toEqual({});
  },
);
