import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { checksum, concat, fromBase64, toBase64 } from "./solution.js";

test("there is no Buffer", () => {
  assert.doesNotMatch(readFileSync(new URL("./solution.js", import.meta.url), "utf8"), /\bBuffer\b/);
});

test("text goes there and back, whatever its characters", () => {
  assert.equal(toBase64("hi"), "aGk=");
  assert.equal(toBase64("grün €"), "Z3LDvG4g4oKs");
  assert.equal(fromBase64("Z3LDvG4g4oKs"), "grün €");
  for (const text of ["", "😀 emoji", "x".repeat(200_000)]) assert.equal(fromBase64(toBase64(text)), text);
});

test("chunks are joined into a plain array of bytes", () => {
  const all = concat([Uint8Array.of(1, 2), new Uint8Array(0), Uint8Array.of(3)]);
  assert.equal(Object.getPrototypeOf(all), Uint8Array.prototype);
  assert.deepEqual([...all], [1, 2, 3]);
  assert.equal(concat([]).length, 0);
  assert.equal(checksum(all), 1 * 961 + 2 * 31 + 3);
});
