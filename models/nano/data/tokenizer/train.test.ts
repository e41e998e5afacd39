import { expect, it } from "vitest";
import { SPECIAL_TOKENS, trainTokenizer } from "./index.ts";
import { BYTE_CHARACTERS } from "./pieces.ts";

const START = SPECIAL_TOKENS.length + BYTE_CHARACTERS.length;

function learned(texts: readonly string[], most = 100): readonly string[] {
  return trainTokenizer(texts, START + most).tokens.slice(START);
}

it("merges the most frequent pair first, and among equals the one with the lower bytes", () => {
  expect(learned(["zyx", "zyx", "zyw", "zyw", "ab", "ab", "ab", "ab"])).toEqual(["ab", "zy", "zyw", "zyx"]);
});

it("merges overlapping pairs from left to right", () => {
  expect(learned(["aaaaa", "aaaaa"])).toEqual(["aa", "aaa", "aaaaa"]);
});

it("stops at the requested size or once no pair occurs twice", () => {
  expect(learned(["abcd", "abcd"], 2)).toHaveLength(2);
  expect(learned(["abcd", "efgh"])).toEqual([]);
});

it("does not merge a space with a letter", () => {
  expect(learned(["a foo", "b foo"])).toEqual(["fo", "foo"]);
});
