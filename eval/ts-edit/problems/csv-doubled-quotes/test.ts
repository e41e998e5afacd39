import assert from "node:assert/strict";
import { test } from "node:test";
import { parseCsv, splitLine, toRecords } from "./solution.ts";

test("a doubled quote is a literal quote", () => {
  assert.deepEqual(splitLine('1,"say ""hi""",2'), ["1", 'say "hi"', "2"]);
});

test("a field that is one literal quote", () => {
  assert.deepEqual(splitLine('"""",x'), ['"', "x"]);
});

test("a separator after a doubled quote is still quoted", () => {
  assert.deepEqual(splitLine('"a"",""b",c'), ['a","b', "c"]);
});

test("plain and quoted fields are read as before", () => {
  assert.deepEqual(splitLine('a,"b,c",,d'), ["a", "b,c", "", "d"]);
  assert.deepEqual(splitLine('"",x'), ["", "x"]);
  assert.deepEqual(splitLine("a;b", ";"), ["a", "b"]);
  assert.deepEqual(toRecords(parseCsv("n,m\n1,2\n\n3")), [{ n: "1", m: "2" }, { n: "3", m: "" }]);
});
