import { expect, test } from "vitest";
import { EarlierTextSource } from "./earlier-text-source.ts";

function follow(texts: readonly (readonly number[])[], answer: readonly number[]): EarlierTextSource {
  const source = new EarlierTextSource(texts);
  for (const token of answer) source.push(token);
  return source;
}

const EARLIER = [1, 2, 3, 4, 5, 6, 7, 8, 9];

test("nothing is proposed until the answer repeats enough of an earlier text", () => {
  expect(new EarlierTextSource([EARLIER]).agreement).toBe(0);
  expect([...follow([EARLIER], [1, 2, 3]).proposal(4)]).toEqual([]);
});

test("the continuation of an earlier answer or of the prompt is proposed when the answer repeats it", () => {
  for (const texts of [
    [EARLIER, [50, 51]],
    [[50, 51], EARLIER],
  ]) {
    expect([...follow(texts, [60, 3, 4, 5, 6]).proposal(2)]).toEqual([7, 8]);
  }
});

test("the continuation of the answer's own earlier text is proposed when it repeats", () => {
  expect([...follow([[50]], [1, 2, 3, 4, 5, 6, 1, 2, 3, 4]).proposal(2)]).toEqual([5, 6]);
});

test("the longest match is proposed, and the latest among equally long ones", () => {
  const said = [9, 1, 2, 3, 4, 20, 8, 1, 2, 3, 4, 30];
  expect([...follow([said], [1, 2, 3, 4]).proposal(1)]).toEqual([30]);
  expect([...follow([said], [9, 1, 2, 3, 4]).proposal(1)]).toEqual([20]);
});

test("no match spans two texts", () => {
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
