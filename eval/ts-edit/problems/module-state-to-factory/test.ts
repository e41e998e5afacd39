import assert from "node:assert/strict";
import { test } from "node:test";
import * as solution from "./solution.ts";

const { createRegistry } = solution;

test("registries do not share anything", () => {
  const one = createRegistry();
  const other = createRegistry();
  one.register("log", () => "one");
  other.register("log", () => "other");
  assert.equal(one.resolve("log"), "one");
  assert.equal(other.resolve("log"), "other");
  one.register("db", () => 1);
  assert.deepEqual(one.names(), ["db", "log"]);
  assert.deepEqual(other.names(), ["log"]);
});

test("instances are made once, dependencies with them", () => {
  const registry = createRegistry();
  let made = 0;
  registry.register("a", () => ({ n: ++made }));
  registry.register("b", (resolve) => ({ a: resolve("a") }));
  assert.equal((registry.resolve("b") as { a: unknown }).a, registry.resolve("a"));
  assert.equal(made, 1);
});

test("the errors stay", () => {
  const registry = createRegistry();
  registry.register("a", (resolve) => resolve("b"));
  registry.register("b", (resolve) => resolve("a"));
  assert.throws(() => registry.resolve("a"), { message: "circle: a -> b -> a" });
  assert.throws(() => registry.register("a", () => 1), { message: "a is registered already" });
  assert.throws(() => registry.resolve("x"), { message: "nothing is registered as x" });
});

test("the old functions are gone", () => {
  assert.deepEqual(Object.keys(solution), ["createRegistry"]);
});
