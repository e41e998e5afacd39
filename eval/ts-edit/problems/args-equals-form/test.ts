import assert from "node:assert/strict";
import { test } from "node:test";
import { parseArgs } from "./solution.ts";

test("a value after an equals sign", () => {
  assert.deepEqual(parseArgs(["--out=dist", "file"]), { options: { out: "dist" }, positionals: ["file"] });
  assert.deepEqual(parseArgs(["--define=a=b"]).options, { define: "a=b" });
  assert.deepEqual(parseArgs(["--out=", "x"]), { options: { out: "" }, positionals: ["x"] });
});

test("booleans take true and false", () => {
  assert.deepEqual(parseArgs(["--watch=true", "--color=false"], ["watch", "color"]).options, {
    watch: true,
    color: false,
  });
  assert.throws(() => parseArgs(["--watch=maybe"], ["watch"]), /watch/);
});

test("the other forms work as before", () => {
  assert.deepEqual(parseArgs(["--out", "dist", "--watch", "a", "--", "--b"], ["watch"]), {
    options: { out: "dist", watch: true },
    positionals: ["a", "--b"],
  });
  assert.throws(() => parseArgs(["--out"]), /--out needs a value/);
});
