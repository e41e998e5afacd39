import assert from "node:assert/strict";
import { test } from "node:test";
import { withAuthors } from "./solution.ts";

test("the result stays the same", () => {
  const authors = [
    { id: 1, name: "ada" },
    { id: 2, name: "bob" },
    { id: 1, name: "impostor" },
  ];
  const posts = [
    { title: "x", authorId: 2 },
    { title: "y", authorId: 1 },
    { title: "z", authorId: 9 },
  ];
  const joined = withAuthors(posts, authors);
  assert.deepEqual(joined, [
    { title: "x", author: { id: 2, name: "bob" } },
    { title: "y", author: { id: 1, name: "ada" } },
    { title: "z", author: null },
  ]);
  assert.equal(joined[0].author, authors[1]);
  assert.deepEqual(withAuthors([], authors), []);
});

test("ids are not read again for every post", () => {
  let reads = 0;
  const authors = Array.from({ length: 100 }, (_, i) => ({
    name: `n${i}`,
    get id() {
      reads++;
      return i;
    },
  }));
  const posts = Array.from({ length: 100 }, (_, i) => ({ title: "t", authorId: i }));
  assert.equal(withAuthors(posts, authors)[99].author, authors[99]);
  assert.ok(reads <= 200, `${reads} reads`);
});
