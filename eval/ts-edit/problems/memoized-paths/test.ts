import assert from "node:assert/strict";
import { test } from "node:test";
import { countPaths, type Grid, parseGrid } from "./solution.ts";

test("the counts stay the same", () => {
  assert.equal(countPaths(parseGrid("..\n..")), 2);
  assert.equal(countPaths(parseGrid("...\n.#.\n...")), 2);
  assert.equal(countPaths(parseGrid(".#\n#.")), 0);
  assert.equal(countPaths(parseGrid("#")), 0);
  assert.equal(countPaths(parseGrid(".")), 1);
  assert.equal(countPaths(parseGrid("....")), 1);
});

test("each field is asked for once", () => {
  const asked = new Map<string, number>();
  const grid: Grid = {
    rows: 9,
    columns: 8,
    isFree: (row, column) => {
      const key = `${row},${column}`;
      asked.set(key, (asked.get(key) ?? 0) + 1);
      return true;
    },
  };
  assert.equal(countPaths(grid), 6435);
  assert.deepEqual([...asked.values()].filter((count) => count > 1), []);
});

test("calls do not share what they remember", () => {
  let free = true;
  const grid: Grid = { rows: 2, columns: 2, isFree: () => free };
  assert.equal(countPaths(grid), 2);
  free = false;
  assert.equal(countPaths(grid), 0);
});
