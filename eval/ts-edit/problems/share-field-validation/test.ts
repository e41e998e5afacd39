import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { FieldError, parseTeam, parseUser, requireString } from "./solution.ts";

test("the check by itself", () => {
  assert.equal(requireString({ city: " Bonn " }, "city", 4), "Bonn");
  assert.throws(() => requireString({ city: "Berlin" }, "city", 4), /^Error: city must have at most 4 characters$|city must have at most 4 characters/);
  for (const city of [undefined, 5, "", "  "]) {
    assert.throws(() => requireString({ city }, "city", 4), FieldError);
  }
});

test("users and teams are read as before", () => {
  assert.deepEqual(parseUser({ name: " Ada ", email: " A@B.C " }), { name: "Ada", email: "a@b.c" });
  assert.deepEqual(parseTeam({ title: "Core ", members: "3" }), { title: "Core", members: 3 });
});

test("the messages stay the same", () => {
  const message = (run: () => unknown, text: string) => assert.throws(run, { message: text });
  message(() => parseUser({}), "name must be a text that is not empty");
  message(() => parseUser({ name: "x".repeat(51), email: "e" }), "name must have at most 50 characters");
  message(() => parseUser({ name: "x" }), "email must be a text that is not empty");
  message(() => parseUser({ name: "x", email: "e".repeat(201) }), "email must have at most 200 characters");
  message(() => parseTeam({ title: "t".repeat(81) }), "title must have at most 80 characters");
  message(() => parseTeam({ title: "t", members: 0 }), "members must be a number from 1 on");
});

test("the checks stand there once", () => {
  const source = readFileSync(new URL("./solution.ts", import.meta.url), "utf8");
  assert.equal(source.split("must be a text that is not empty").length, 2);
});
