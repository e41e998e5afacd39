import fc from "fast-check";
import { expect, test } from "vitest";
import { portions } from "./portions.ts";

test("the first prompt gets whole blocks, and later ones the blocks that still fit", () => {
  expect(portions([640, 640], 200)).toEqual([192, 0]);
  expect(portions([130, 640, 640], 320)).toEqual([128, 192, 0]);
  expect(portions([640, 10], 1_000)).toEqual([640, 0]);
});

test("remainders after the blocks get a step of their own, those of several prompts together", () => {
  expect(portions([10, 640], 512)).toEqual([10, 0]);
  expect(portions([10, 20, 30, 40], 512)).toEqual([10, 20, 30, 0]);
});

test("with room for less than a block, all of it is used", () => {
  expect(portions([640, 640], 16)).toEqual([16, 0]);
  expect(portions([10, 6, 640], 16)).toEqual([10, 6, 0]);
});

test("each token gets the same kind of batch, whatever the room and the other prompts", () => {
  const room = fc.integer({ min: 64, max: 512 });
  const length = fc.integer({ min: 1, max: 700 });
  fc.assert(
    fc.property(
      fc.array(length, { minLength: 1, maxLength: 5 }),
      fc.array(room, { minLength: 1, maxLength: 8 }),
      (lengths, rooms) => {
        const alone = lengths.map((each) => kinds([each], [64])[0]);
        expect(kinds(lengths, rooms)).toEqual(alone);
      },
    ),
  );
});

/** For each prompt's tokens whether they are evaluated in a batch of a block or more. */
function kinds(lengths: readonly number[], rooms: readonly number[]): boolean[][] {
  const prompts = lengths.map((left) => ({ left, kinds: [] as boolean[] }));
  for (let step = 0; prompts.some(({ left }) => left > 0); step++) {
    const waiting = prompts.filter(({ left }) => left > 0);
    const taken = portions(
      waiting.map(({ left }) => left),
      rooms[step % rooms.length] ?? 0,
    );
    const size = taken.reduce((sum, tokens) => sum + tokens, 0);
    for (const [place, prompt] of waiting.entries()) {
      prompt.left -= taken[place] ?? 0;
      for (let token = 0; token < (taken[place] ?? 0); token++) prompt.kinds.push(size >= 64);
    }
  }
  return prompts.map((prompt) => prompt.kinds);
}
