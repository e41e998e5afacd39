import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import * as solution from "./solution.js";

const file = new URL("./solution.js", import.meta.url);

test("the exports are named", () => {
  assert.deepEqual(Object.keys(solution).sort(), ["isDirectRun", "kebabCase", "kebabPath", "show"]);
});

test("they work as before", () => {
  assert.equal(solution.kebabCase("someName here_too"), "some-name-here-too");
  assert.equal(solution.kebabPath("src/UserList.js"), "src/user-list.js");
  assert.equal(solution.show({ a: [1, { b: 2 }] }), "{ a: [ 1, { b: 2 } ] }");
});

test("a direct run is known", () => {
  assert.equal(solution.isDirectRun(["node", fileURLToPath(file)]), true);
  assert.equal(solution.isDirectRun(["node", fileURLToPath(file) + "x"]), false);
  assert.equal(solution.isDirectRun(["node"]), false);
});

test("nothing of CommonJS is left", () => {
  const source = readFileSync(file, "utf8");
  assert.doesNotMatch(source, /\brequire\b|\bmodule\.exports\b/);
  assert.match(source, /from "node:path"|from 'node:path'/);
});
