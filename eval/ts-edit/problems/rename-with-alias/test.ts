import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fetchForecast, getData, warmest } from "./solution.ts";

const source = async (city: string) => city.length;

test("the new names", async () => {
  const seen: string[] = [];
  const result = await fetchForecast(["Rome", "Oslo!"], { source, onUpdate: ({ city }) => void seen.push(city) });
  assert.deepEqual(result, [{ city: "Rome", degrees: 4 }, { city: "Oslo!", degrees: 5 }]);
  assert.deepEqual(seen.sort(), ["Oslo!", "Rome"]);
});

test("the old name takes the old options", async () => {
  const seen: number[] = [];
  const result = await getData(["Rome"], { source, cb: ({ degrees }) => void seen.push(degrees) });
  assert.deepEqual(result, [{ city: "Rome", degrees: 4 }]);
  assert.deepEqual(seen, [4]);
  assert.deepEqual(await getData([], { source }), []);
});

test("it is marked, and not used any more", async () => {
  const text = readFileSync(new URL("./solution.ts", import.meta.url), "utf8");
  assert.match(text, /@deprecated/);
  assert.doesNotMatch(text, /await getData\(/);
  assert.equal(await warmest(["a", "bbb", "cc"], source), "bbb");
});
