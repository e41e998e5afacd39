import assert from "node:assert/strict";
import { test } from "node:test";
import { parseQuery, stringifyQuery } from "./solution.ts";

test("repeated keys become an array", () => {
  assert.deepEqual(parseQuery("a=1&b=x&a=2"), { a: ["1", "2"], b: "x" });
  assert.deepEqual(parseQuery("a=1&a=2&a=3"), { a: ["1", "2", "3"] });
});

test("a plus is a space, an encoded plus is a plus", () => {
  assert.deepEqual(parseQuery("?full+name=Ada+L&sum=1%2B1"), { "full name": "Ada L", sum: "1+1" });
});

test("single keys, empty values and equals signs are read as before", () => {
  assert.deepEqual(parseQuery("?q=a%20b&flag&e="), { q: "a b", flag: "", e: "" });
  assert.deepEqual(parseQuery("expr=a=b"), { expr: "a=b" });
  assert.deepEqual(parseQuery(""), {});
});

test("what was written can be read", () => {
  const query = { tag: ["x y", "z"], id: "7" };
  assert.deepEqual(parseQuery(stringifyQuery(query)), query);
});
