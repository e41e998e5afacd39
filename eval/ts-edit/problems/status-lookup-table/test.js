import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { STATUS_LABELS, statusLabel, statusLine } from "./solution.js";

const EXPECTED = {
  new: "Received",
  paid: "Paid",
  packed: "Packed",
  sent: "On its way",
  done: "Delivered",
  void: "Cancelled",
};

test("the table holds every code", () => {
  assert.deepEqual({ ...STATUS_LABELS }, EXPECTED);
});

test("the labels stay the same", () => {
  for (const [code, label] of Object.entries(EXPECTED)) assert.equal(statusLabel(code), label);
  assert.equal(statusLine({ id: 4, status: "sent", updated: "May" }), "#4: On its way (May)");
});

test("other codes are unknown", () => {
  for (const code of ["", "lost", "toString", "constructor", undefined]) {
    assert.equal(statusLabel(code), "Unknown");
  }
});

test("there is no switch any more", () => {
  assert.doesNotMatch(readFileSync(new URL("./solution.js", import.meta.url), "utf8"), /\bswitch\s*\(/);
});
