import { expect, test } from "vitest";
import { difference, words } from "./answer.ts";

test("equal texts have no difference", () => {
  expect(difference(words(5), words(5))).toEqual({ lost: 0, doubled: 0 });
});

test("missing and repeated tokens are counted", () => {
  expect(difference("w0 w1 w2 w3", "w0 w1 w1 w3 w3")).toEqual({ lost: 1, doubled: 2 });
});

test("a text with the same words in another arrangement is different", () => {
  expect(difference("w0 w1", "w1 w0")).toEqual({ lost: 1, doubled: 0 });
  expect(difference("w0 w1", "w0  w1")).toEqual({ lost: 1, doubled: 0 });
});
