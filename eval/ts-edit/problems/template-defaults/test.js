import assert from "node:assert/strict";
import { test } from "node:test";
import { render } from "./solution.js";

test("a default stands in for what is missing", () => {
  assert.equal(render("Hi {{ name | friend }}!", {}), "Hi friend!");
  assert.equal(render("Hi {{name|friend}}!", { name: null }), "Hi friend!");
  assert.equal(render("Hi {{ user.name | dear friend }}!", { user: { name: "" } }), "Hi dear friend!");
});

test("a value wins over the default", () => {
  assert.equal(render("{{ name | friend }}", { name: "Ada" }), "Ada");
  assert.equal(render("{{ n | 5 }}", { n: 0 }), "0");
  assert.equal(render("{{ on | yes }}", { on: false }), "false");
});

test("an empty default", () => {
  assert.equal(render("[{{ name | }}]", {}), "[]");
});

test("placeholders without a bar work as before", () => {
  assert.equal(render("{{ a.b }} {{c}}", { a: { b: "<1>" }, c: null }), "&lt;1&gt; null");
  assert.throws(() => render("{{ nobody }}", {}), /nobody/);
});
