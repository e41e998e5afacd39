import assert from "node:assert/strict";
import { test } from "node:test";
import { findConflicts, overlaps } from "./solution.ts";

const at = (start: number, end: number, room = "A") => ({ room, start, end });

test("touching bookings do not overlap", () => {
  assert.equal(overlaps(at(60, 120), at(120, 180)), false);
  assert.equal(overlaps(at(120, 180), at(60, 120)), false);
});

test("real overlaps are found", () => {
  assert.equal(overlaps(at(60, 121), at(120, 180)), true);
  assert.equal(overlaps(at(60, 200), at(100, 110)), true);
  assert.equal(overlaps(at(60, 120), at(60, 120)), true);
});

test("other rooms never do", () => {
  assert.equal(overlaps(at(60, 120), at(60, 120, "B")), false);
});

test("conflicts are pairs", () => {
  const list = [at(0, 60), at(60, 90), at(80, 100)];
  assert.deepEqual(findConflicts(list), [[list[1], list[2]]]);
});
