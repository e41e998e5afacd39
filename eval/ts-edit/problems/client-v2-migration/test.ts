import assert from "node:assert/strict";
import { test } from "node:test";
import { NoteStore } from "./solution.ts";

function client(status: number, data?: unknown) {
  const requests: { method: string; path: string; body?: unknown }[] = [];
  return {
    requests,
    request: async (request: { method: string; path: string; body?: unknown }) => {
      requests.push(request);
      return { status, data };
    },
  };
}

test("load", async () => {
  const c = client(200, { id: "7", text: "x" });
  assert.deepEqual(await new NoteStore(c).load("7"), { id: "7", text: "x" });
  assert.equal(c.requests[0].method, "GET");
  assert.equal(c.requests[0].path, "/notes/7");
  assert.equal(c.requests[0].body, undefined);
  assert.equal(await new NoteStore(client(404)).load("7"), null);
  await assert.rejects(new NoteStore(client(500)).load("7"), { message: "GET /notes/7: 500" });
});

test("create", async () => {
  const c = client(201, { id: "8", text: "y" });
  assert.deepEqual(await new NoteStore(c).create(" y "), { id: "8", text: "y" });
  assert.deepEqual(c.requests, [{ method: "POST", path: "/notes", body: { text: "y" } }]);
  await assert.rejects(new NoteStore(client(422)).create("y"), { message: "POST /notes: 422" });
});

test("remove", async () => {
  const c = client(204);
  assert.equal(await new NoteStore(c).remove("7"), undefined);
  assert.equal(c.requests[0].method, "DELETE");
  assert.equal(c.requests[0].path, "/notes/7");
  await assert.rejects(new NoteStore(client(404)).remove("7"), { message: "DELETE /notes/7: 404" });
});
