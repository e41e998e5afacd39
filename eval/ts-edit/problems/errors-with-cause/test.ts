import assert from "node:assert/strict";
import { test } from "node:test";
import { ImportError, importFile, importUsers } from "./solution.ts";

const thrown = (run: () => unknown): Error => {
  try {
    run();
  } catch (error) {
    return error as Error;
  }
  throw new Error("nothing was thrown");
};

test("the line and the cause", () => {
  const error = thrown(() => importUsers("ada,36\nbob"));
  assert.ok(error instanceof ImportError);
  assert.equal(error.message, "line 2: expected name,age");
  assert.ok(error.cause instanceof SyntaxError);
  const other = thrown(() => importUsers("ada,x"));
  assert.equal(other.message, "line 1: x is no age");
  assert.ok(other.cause instanceof RangeError);
});

test("a file that cannot be opened", async () => {
  const denied = new Error("denied");
  const reading = importFile("/u.csv", () => Promise.reject(denied));
  await assert.rejects(reading, (error: Error) => {
    assert.ok(error instanceof ImportError);
    assert.equal(error.message, "could not open /u.csv");
    assert.equal(error.cause, denied);
    return true;
  });
});

test("users are read as before", async () => {
  assert.deepEqual(await importFile("x", async () => "ada, 36\nbob,7"), [
    { name: "ada", age: 36 },
    { name: "bob", age: 7 },
  ]);
});
