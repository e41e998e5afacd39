import assert from "node:assert/strict";
import { test } from "node:test";
import * as solution from "./solution.js";

test("the constants", () => {
  assert.equal(solution.SEARCH_STARTED, "search/started");
  assert.equal(solution.SEARCH_SUCCEEDED, "search/succeeded");
  assert.equal(solution.SEARCH_FAILED, "search/failed");
  assert.deepEqual(Object.keys(solution).filter((name) => name.startsWith("LOAD")), []);
});

test("a search that succeeds", async () => {
  const actions = [];
  await solution.runSearch("x", async (q) => [q + 1], (action) => actions.push(action));
  assert.deepEqual(actions, [
    { type: "search/started", query: "x" },
    { type: "search/succeeded", hits: ["x1"] },
  ]);
  assert.deepEqual(actions.reduce(solution.searchReducer, undefined), {
    status: "ready",
    query: "x",
    hits: ["x1"],
    error: null,
  });
});

test("a search that fails", async () => {
  const actions = [];
  const fail = async () => {
    throw new Error("offline");
  };
  await solution.runSearch("x", fail, (action) => actions.push(action));
  assert.deepEqual(actions.at(-1), { type: "search/failed", error: "offline" });
  assert.equal(actions.reduce(solution.searchReducer, undefined).status, "failed");
  assert.equal(solution.searchReducer(solution.initialState, { type: "LOAD_START" }), solution.initialState);
});
