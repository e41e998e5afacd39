import assert from "node:assert/strict";
import { test } from "node:test";
import { readPort, readSetting } from "./solution.ts";

test("works as before", () => {
  assert.equal(readSetting({ A: " x " }, "A"), "x");
  assert.equal(readSetting({ A: "" }, "A", "y"), "y");
  assert.equal(readSetting({}, "A"), undefined);
  assert.equal(readPort({}), 8080);
  assert.equal(readPort({ PORT: "99" }), 99);
  assert.throws(() => readPort({ PORT: "x" }), RangeError);
});
