import assert from "node:assert/strict";
import { test } from "node:test";
import { pageOf, searchUrl } from "./solution.js";

const parameters = (url) => Object.fromEntries(new URL(url).searchParams);

test("every character is encoded", () => {
  const url = searchUrl("https://x.org/find", "c++ & c# = 100%?");
  assert.deepEqual(parameters(url), { q: "c++ & c# = 100%?" });
  assert.equal(new URL(url).hash, "");
});

test("parameters of the base stay, pages after the first are told", () => {
  assert.deepEqual(parameters(searchUrl("https://x.org/find?lang=de&q=old", "a b", 3)), {
    lang: "de",
    q: "a b",
    page: "3",
  });
  assert.deepEqual(parameters(searchUrl("https://x.org/", "a")), { q: "a" });
  assert.equal(new URL(searchUrl("https://x.org/find#top", "a")).pathname, "/find");
});

test("the page is read", () => {
  assert.equal(pageOf("https://x.org/?page=4&q=a"), 4);
  assert.equal(pageOf("https://x.org/?q=page%3D7"), 1);
  assert.equal(pageOf("https://x.org/?homepage=9"), 1);
  for (const page of ["", "0", "-1", "1.5", "x"]) assert.equal(pageOf(`https://x.org/?page=${page}`), 1);
});
