import assert from "node:assert/strict";
import { test } from "node:test";
import { formatTable } from "./solution.ts";

test("right-aligned numbers", () => {
  assert.equal(
    formatTable(["item", "n"], [["nuts", "5"], ["bolts", "120"]], ["left", "right"]),
    ["item     n", "-----  ---", "nuts     5", "bolts  120"].join("\n"),
  );
});

test("centred cells, an odd space at the right", () => {
  assert.equal(
    formatTable(["abcd", "x"], [["a", "1"], ["ab", "2"]], ["center"]),
    ["abcd  x", "----  -", " a    1", " ab   2"].join("\n"),
  );
});

test("without alignment everything is left", () => {
  const rows = [["a", ""], ["bbb", "c"]];
  const expected = ["x    y", "---  -", "a", "bbb  c"].join("\n");
  assert.equal(formatTable(["x", "y"], rows), expected);
  assert.equal(formatTable(["x", "y"], rows, ["left", "left"]), expected);
});
