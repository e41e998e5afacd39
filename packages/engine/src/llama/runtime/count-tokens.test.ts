import { expect, test } from "vitest";
import { countTokens } from "./count-tokens.ts";

/** Each character is a token. */
function useTokenizer(bos: number | null = null) {
  const cut: string[] = [];
  const tokenize = (text: string) => {
    cut.push(text);
    return Array.from(text, (character) => character.codePointAt(0) ?? 0);
  };
  return { cut, tokenizer: { bos, tokenize } };
}

const plain = (text: string) => [{ text, special: false }];

test("a short prompt's segments are tokenized whole, and the BOS token is counted", async () => {
  const { cut, tokenizer } = useTokenizer(1);
  expect(await countTokens([...plain("one\ntwo"), ...plain("three")], tokenizer)).toBe(1 + 7 + 5);
  expect(cut).toEqual(["one\ntwo", "three"]);
  expect(await countTokens([], tokenizer)).toBe(0);
});

test("a long prompt is split at line ends, never within a character, and other work runs meanwhile", async () => {
  const lines = "a line of some length\n".repeat(5_000);
  const faces = "😀".repeat(40_000);
  const { cut, tokenizer } = useTokenizer();
  let turns = 0;
  let isOver = false;
  const others = () => {
    turns += 1;
    if (!isOver) setImmediate(others);
  };
  setImmediate(others);
  const count = await countTokens([...plain(lines), ...plain(`x${faces}`)], tokenizer);
  isOver = true;
  expect(count).toBe(lines.length + 1 + 40_000);
  expect(cut.join("")).toBe(`${lines}x${faces}`);
  expect(Math.max(...cut.map(({ length }) => length))).toBeLessThanOrEqual(32 * 1024);
  expect(turns).toBeGreaterThan(3);
});
