import assert from "node:assert/strict";
import { test } from "node:test";
import { signup, validateSignup } from "./solution.js";

const good = { name: "Ada ", email: "a@b.org", password: "correct horse", repeated: "correct horse" };
const messages = (form) => validateSignup(form).map(({ message }) => message);

test("nothing is wrong", () => {
  assert.deepEqual(validateSignup(good), []);
  assert.deepEqual(signup(good, (account) => account), { name: "Ada", email: "a@b.org", password: "correct horse" });
});

test("everything is told", () => {
  assert.deepEqual(messages({ name: " ", email: "a@b", password: "short", repeated: "long" }), [
    "a name is needed",
    "the email address is not right",
    "the password needs 12 characters",
    "the passwords differ",
  ]);
});

test("one problem a field, with the field's name", () => {
  const issues = validateSignup({ ...good, email: "" });
  assert.deepEqual(issues, [{ field: "email", message: "an email address is needed" }]);
  const fields = validateSignup({ name: "", email: "x", password: "", repeated: "" }).map(({ field }) => field);
  assert.deepEqual(fields, ["name", "email", "password"]);
});

test("signing up fails with all of it, and saves nothing", () => {
  let saved = 0;
  assert.throws(
    () => signup({ ...good, name: "", email: "" }, () => saved++),
    (error) => {
      assert.equal(error.message, "a name is needed; an email address is needed");
      assert.equal(error.issues.length, 2);
      return true;
    },
  );
  assert.equal(saved, 0);
});
