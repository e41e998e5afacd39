import { expect, it } from "vitest";
import { SPECIAL_TOKENS, trainTokenizer } from "./index.ts";
import { BYTE_CHARACTERS } from "./pieces.ts";

const START = SPECIAL_TOKENS.length + BYTE_CHARACTERS.length;

function learned(texts: readonly string[], most = 100): readonly string[] {
  return trainTokenizer(texts, START + most).tokens.slice(START);
}

it("merges the most frequent pair first, and of equals the one of the lower bytes", () => {
  expect(learned(["zyx", "zyx", "zyw", "zyw", "ab", "ab", "ab", "ab"])).toEqual(["ab", "zy", "zyw", "zyx"]);
});

it("merges what overlaps with itself from left to right", () => {
  expect(learned(["aaaaa", "aaaaa"])).toEqual(["aa", "aaa", "aaaaa"]);
});

it("stops at the size asked for, and where nothing occurs twice", () => {
  expect(learned(["abcd", "abcd"], 2)).toHaveLength(2);
  expect(learned(["abcd", "efgh"])).toEqual([]);
});

it("merges no space with a letter", () => {
  expect(learned(["a foo", "b foo"])).toEqual(["fo", "foo"]);
});
