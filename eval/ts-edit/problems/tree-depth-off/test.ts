import assert from "node:assert/strict";
import { test } from "node:test";
import { flattenTree, indented } from "./solution.ts";

const tree = [
  { id: "a", children: [{ id: "b", children: [{ id: "c", children: [{ id: "d" }] }] }, { id: "e" }] },
  { id: "f", collapsed: true, children: [{ id: "g" }] },
];

test("depth grows with every level", () => {
  assert.deepEqual(
    flattenTree(tree).map(({ id, depth }) => [id, depth]),
    [["a", 0], ["b", 1], ["c", 2], ["d", 3], ["e", 1], ["f", 0]],
  );
  assert.equal(indented(tree), "a\n  b\n    c\n      d\n  e\nf");
});

test("what is collapsed stays hidden and has children", () => {
  assert.deepEqual(flattenTree(tree).at(-1), { id: "f", depth: 0, hasChildren: true });
  assert.deepEqual(flattenTree([]), []);
});
