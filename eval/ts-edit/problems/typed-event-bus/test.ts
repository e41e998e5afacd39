import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { EventBus } from "./solution.ts";

test("works as before", () => {
  const bus = new EventBus<{ a: number; b: string }>();
  const seen: unknown[] = [];
  const stop = bus.on("a", (n) => void seen.push(n));
  bus.on("a", (n) => void seen.push(-n));
  bus.on("b", (s) => void seen.push(s));
  assert.equal(bus.emit("a", 1), 2);
  stop();
  assert.equal(bus.emit("a", 2), 1);
  assert.equal(bus.emit("b", "x"), 1);
  assert.equal(new EventBus<{ a: number }>().emit("a", 1), 0);
  assert.deepEqual(seen, [1, -1, -2, "x"]);
});

test("nothing is any", () => {
  const source = readFileSync(new URL("./solution.ts", import.meta.url), "utf8");
  assert.doesNotMatch(source, /\bany\b/);
});
