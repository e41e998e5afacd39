import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as solution from "./solution.ts";

const NOW = new Date("2026-05-01T10:00:00Z");

test("the function has its new name, the data its old one", () => {
  const order = solution.receiveOrder("7", [{ article: "a", count: 0 }, { article: "b", count: 2 }], NOW);
  assert.deepEqual(order, {
    id: "7",
    recievedAt: "2026-05-01T10:00:00.000Z",
    lines: [{ article: "b", count: 2 }],
  });
  assert.equal(solution.isStale(order, new Date("2026-05-02T11:00:00Z")), true);
});

test("the old names are gone", () => {
  assert.equal("recieveOrder" in solution, false);
  const source = readFileSync(new URL("./solution.ts", import.meta.url), "utf8");
  assert.doesNotMatch(source, /\brecieveOrder\b|\bRecievedOrder\b/);
});
