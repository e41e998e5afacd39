import assert from "node:assert/strict";
import { test } from "node:test";
import { tokenize } from "./solution.ts";

const brief = (text: string) => tokenize(text).map((token) => `${token.line}:${token.text}`);

test("comments are skipped, line numbers stay right", () => {
  assert.deepEqual(brief("# first\na = 1 # why\n# \"x\n\nb = 2"), ["2:a", "2:=", "2:1", "5:b", "5:=", "5:2"]);
});

test("a comment at the end of the text", () => {
  assert.deepEqual(brief("a # end"), ["1:a"]);
  assert.deepEqual(brief("#"), []);
});

test("a hash inside a string is text", () => {
  assert.deepEqual(tokenize('c = "#fff"').at(-1), { kind: "string", text: '"#fff"', line: 1 });
});

test("everything else as before", () => {
  assert.deepEqual(brief("f(1.5,\n x);"), ["1:f", "1:(", "1:1.5", "1:,", "2:x", "2:)", "2:;"]);
  assert.throws(() => tokenize("a\n?"), /line 2: unexpected \?/);
});
