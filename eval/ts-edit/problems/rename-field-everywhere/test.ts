import assert from "node:assert/strict";
import { test } from "node:test";
import { findPlayer, load, ranking, save } from "./solution.ts";

const players = [
  { nickname: "zoe", score: 5 },
  { nickname: "Ada", score: 9 },
  { nickname: "bo", score: 5 },
];

test("players have nicknames", () => {
  assert.deepEqual(ranking(players), ["1. Ada (9)", "2. bo (5)", "3. zoe (5)"]);
  assert.equal(findPlayer(players, "ADA"), players[1]);
  assert.equal(findPlayer(players, "x"), undefined);
});

test("the stored text stays the same", () => {
  assert.equal(save(players.slice(0, 1)), '{"nm":"zoe","s":5}');
  assert.deepEqual(load('{"nm":"old","s":1}\n'), [{ nickname: "old", score: 1 }]);
  assert.deepEqual(load(save(players)), players);
});
