import assert from "node:assert/strict";
import { test } from "node:test";
import { Emitter } from "./solution.ts";

test("a listener that removes itself does not hide the next", () => {
  const emitter = new Emitter<number>();
  const seen: string[] = [];
  emitter.once((n) => seen.push(`once ${n}`));
  emitter.on((n) => seen.push(`on ${n}`));
  assert.equal(emitter.emit(1), 2);
  assert.equal(emitter.emit(2), 1);
  assert.deepEqual(seen, ["once 1", "on 1", "on 2"]);
});

test("listeners that are added meanwhile wait for the next time", () => {
  const emitter = new Emitter<void>();
  let late = 0;
  emitter.once(() => void emitter.on(() => late++));
  assert.equal(emitter.emit(), 1);
  assert.equal(late, 0);
  emitter.emit();
  assert.equal(late, 1);
});

test("a listener that removes a later one: both are called this time", () => {
  const emitter = new Emitter<void>();
  const seen: string[] = [];
  const later = () => void seen.push("later");
  emitter.on(() => {
    seen.push("first");
    emitter.off(later);
  });
  emitter.on(later);
  emitter.emit();
  emitter.emit();
  assert.deepEqual(seen, ["first", "later", "first"]);
});

test("order and unsubscribing stay", () => {
  const emitter = new Emitter<string>();
  const seen: string[] = [];
  const stop = emitter.on((s) => seen.push(`a${s}`));
  emitter.on((s) => seen.push(`b${s}`));
  emitter.emit("1");
  stop();
  emitter.emit("2");
  assert.deepEqual(seen, ["a1", "b1", "b2"]);
});
