import assert from "node:assert/strict";
import { test } from "node:test";
import { buildPath, joinUrl } from "./solution.ts";

test("works as before", () => {
  assert.equal(buildPath("/users/:id/posts/:post", { id: 7, post: "a b" }), "/users/7/posts/a%20b");
  assert.equal(buildPath("/about", {}), "/about");
  assert.throws(() => buildPath("/users/:id", {} as never), /users\/:id needs id/);
  assert.equal(joinUrl("http://x/", "/y"), "http://x/y");
});
