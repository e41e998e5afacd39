import { createScriptEngine } from "@flint/engine";
import { type KeyRecord, makeKey, startServer } from "@flint/server";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { editFailure } from "../edit/index.ts";
import { initializeSession } from "../index.ts";

const PAST = "2026-01-01T00:00:00Z";

function keyOf(fields: Partial<KeyRecord>): { text: string; record: KeyRecord } {
  const { id, text, digest } = makeKey();
  const record: KeyRecord = {
    ...{ id, digest, name: "sample", user: `user_${id}`, created: PAST },
    ...{ scopes: ["responses"], expires: null, revoked: null, limits: {} },
    ...fields,
  };
  return { text, record };
}

const keys = {
  expired: keyOf({ expires: PAST }),
  revoked: keyOf({ revoked: PAST }),
  narrow: keyOf({ scopes: ["models"] }),
  single: keyOf({ limits: { sockets: 1 } }),
};
const engine = createScriptEngine({ scenario: { turns: [{ steps: [{ text: "" }] }] } });
let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  server = await startServer({ engine, port: 0, keys: Object.values(keys).map(({ record }) => record) });
});
afterAll(async () => {
  await server.close();
  await engine.close();
});

test.each([
  ["no key", "", "missing_api_key", /this server requires a key.*; set FLINT_KEY to a valid key$/],
  [
    "an unknown one",
    makeKey().text,
    "invalid_api_key",
    /does not know this key.*; set FLINT_KEY to a valid key$/,
  ],
  ["an expired one", keys.expired.text, "expired_api_key", /expired at .*; set FLINT_KEY to a valid key$/],
  ["a revoked one", keys.revoked.text, "revoked_api_key", /was revoked.*; set FLINT_KEY to a valid key$/],
  [
    "one for less",
    keys.narrow.text,
    "insufficient_scope",
    /has the scopes models: this request needs responses$/,
  ],
])("with %s a session is refused with the reason and what to set", async (_, key, code, message) => {
  vi.stubEnv("FLINT_KEY", key);
  const refused = await initializeSession({ url: server.url }).catch((error: unknown) => error);
  expect(editFailure(refused)).toMatchObject({ code, message: expect.stringMatching(message) });
});

test("a key at its limit of connections is told when to ask again", async () => {
  const options = { url: server.url, apiKey: keys.single.text, limits: { connectAttempts: 1 } };
  const session = await initializeSession(options);
  onTestFinished(() => session.close());
  await expect(initializeSession(options)).rejects.toMatchObject({
    code: "connection_failed",
    serverCode: "rate_limit_exceeded",
    status: 429,
    retryAfter: expect.any(Number),
  });
});
