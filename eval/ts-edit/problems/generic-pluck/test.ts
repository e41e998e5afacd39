import assert from "node:assert/strict";
import { test } from "node:test";
import { groupBy, indexBy, pluck } from "./solution.ts";

const people = [
  { name: "ada", age: 36 },
  { name: "bob", age: 20 },
  { name: "cy", age: 36 },
];

test("works as before", () => {
  assert.deepEqual(pluck(people, "age"), [36, 20, 36]);
  assert.deepEqual([...groupBy(people, "age").keys()], [36, 20]);
  assert.deepEqual(groupBy(people, "age").get(36), [people[0], people[2]]);
  assert.equal(indexBy(people, "age").get(36), people[2]);
});
