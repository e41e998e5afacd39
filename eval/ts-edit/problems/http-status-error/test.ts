import assert from "node:assert/strict";
import { test } from "node:test";
import { getJson, getJsonOrNull, HttpError } from "./solution.ts";

function answering(status: number, body: unknown = {}) {
  const state = { read: 0 };
  const fetcher = async () => ({
    ok: status >= 200 && status < 300,
    status,
    json: async () => {
      state.read++;
      return body;
    },
  });
  return { state, fetcher };
}

test("a good answer is read", async () => {
  assert.deepEqual(await getJson(answering(200, { a: 1 }).fetcher, "/x"), { a: 1 });
  assert.deepEqual(await getJsonOrNull(answering(201, [1]).fetcher, "/x"), [1]);
});

test("a bad status is an error", async () => {
  const { fetcher, state } = answering(404);
  await assert.rejects(getJson(fetcher, "/users"), (error: HttpError) => {
    assert.ok(error instanceof HttpError && error instanceof Error);
    assert.equal(error.name, "HttpError");
    assert.equal(error.status, 404);
    assert.equal(error.url, "/users");
    assert.equal(error.message, "GET /users: 404");
    return true;
  });
  assert.equal(state.read, 0);
});

test("only 404 is nothing", async () => {
  assert.equal(await getJsonOrNull(answering(404).fetcher, "/x"), null);
  await assert.rejects(getJsonOrNull(answering(500).fetcher, "/x"), { status: 500 });
  const offline = async () => {
    throw new TypeError("offline");
  };
  await assert.rejects(getJsonOrNull(offline, "/x"), { message: "offline" });
});
