import assert from "node:assert/strict";
import { test } from "node:test";
import { deployAll } from "./solution.ts";

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

test("some fail, some do not", async () => {
  const broken = new Error("broken");
  const result = await deployAll(["a", "b", "c", "d"], "2", async (server) => {
    if (server === "b") throw broken;
    if (server === "c") throw "no route";
    if (server === "a") await turn();
  });
  assert.deepEqual(result.succeeded, ["a", "d"]);
  assert.deepEqual(result.failed.map(({ server }) => server), ["b", "c"]);
  assert.equal(result.failed[0].error, broken);
  assert.ok(result.failed[1].error instanceof Error);
  assert.match(result.failed[1].error.message, /no route/);
});

test("all at the same time", async () => {
  const begun: string[] = [];
  await deployAll(["a", "b"], "2", async (server, version) => {
    begun.push(server + version);
    await turn();
    assert.equal(begun.length, 2);
  });
  assert.deepEqual(begun, ["a2", "b2"]);
});

test("all fail", async () => {
  const failing = deployAll(["a", "b"], "2", async (server) => {
    throw new Error(server);
  });
  await assert.rejects(failing, (error: AggregateError) => {
    assert.ok(error instanceof AggregateError);
    assert.deepEqual(error.errors.map(({ message }) => message), ["a", "b"]);
    return true;
  });
});

test("no servers", async () => {
  assert.deepEqual(await deployAll([], "2", async () => {}), { succeeded: [], failed: [] });
});
