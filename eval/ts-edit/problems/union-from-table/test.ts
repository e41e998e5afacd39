import assert from "node:assert/strict";
import { test } from "node:test";
import { can, describeRole, ROLES } from "./solution.ts";

test("works as before", () => {
  assert.equal(can("guest", "read"), true);
  assert.equal(can("guest", "write"), false);
  assert.equal(can("editor", "publish"), true);
  assert.equal(can("editor", "delete"), false);
  assert.equal(describeRole("author"), "author: read, write");
  assert.deepEqual(Object.keys(ROLES), ["guest", "author", "editor", "admin"]);
});
