import { expect, test } from "vitest";
import { SaidSource } from "./said-source.ts";

function follow(texts: readonly (readonly number[])[], answer: readonly number[]): SaidSource {
  const source = new SaidSource(texts);
  for (const token of answer) source.push(token);
  return source;
}

const EARLIER = [1, 2, 3, 4, 5, 6, 7, 8, 9];

test("nothing is expected before the answer says something again", () => {
  expect(new SaidSource([EARLIER]).agreement).toBe(0);
  expect([...follow([EARLIER], [1, 2, 3]).proposal(4)]).toEqual([]);
});

test("what was said in an earlier answer or in the prompt is expected to go on as it did", () => {
  for (const texts of [
    [EARLIER, [50, 51]],
    [[50, 51], EARLIER],
  ]) {
    expect([...follow(texts, [60, 3, 4, 5, 6]).proposal(2)]).toEqual([7, 8]);
  }
});

test("what the answer itself has said is, too", () => {
  expect([...follow([[50]], [1, 2, 3, 4, 5, 6, 1, 2, 3, 4]).proposal(2)]).toEqual([5, 6]);
});

test("of places that agree alike the latest counts, and before it the one that agrees for longer", () => {
  const said = [9, 1, 2, 3, 4, 20, 8, 1, 2, 3, 4, 30];
  expect([...follow([said], [1, 2, 3, 4]).proposal(1)]).toEqual([30]);
  expect([...follow([said], [9, 1, 2, 3, 4]).proposal(1)]).toEqual([20]);
});

test("a text does not go on in the next one", () => {
  expect([
    ...follow(
      [
        [1, 2],
        [3, 4, 5, 6],
      ],
      [1, 2, 3, 4],
    ).proposal(2),
  ]).toEqual([]);
});
