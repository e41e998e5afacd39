import assert from "node:assert/strict";
import { test } from "node:test";
import { createFilter, globToRegExp } from "./solution.js";

test("patterns are compiled once", () => {
  let calls = 0;
  const isIgnored = createFilter(["*.log", "!keep.log"], (glob) => {
    calls++;
    return globToRegExp(glob);
  });
  assert.equal(calls, 2);
  for (let i = 0; i < 10; i++) isIgnored(`${i}.log`);
  assert.equal(calls, 2);
});

test("the rules stay the same", () => {
  const isIgnored = createFilter(["dist/**", "*.log", "!keep.log", "a?.txt"]);
  assert.deepEqual(
    ["dist/a/b.js", "x.log", "keep.log", "src/x.log", "ab.txt", "abc.txt", "axlog"].map(isIgnored),
    [true, true, false, false, true, false, false],
  );
  assert.equal(createFilter([])("a"), false);
});

test("invalid patterns throw at once", () => {
  assert.throws(() => createFilter(["a", "!"]), SyntaxError);
});
