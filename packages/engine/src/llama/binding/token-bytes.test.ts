import { describe, expect, test } from "vitest";
import { bytesOfSpelling, mostBytesOfToken } from "./token-bytes.ts";

const NORMAL = 4;
const CONTROL = 8;
const USER_DEFINED = 16;
const BYTE = 32;
const SENTENCE_PIECE = 1;
const BYTE_PAIR = 2;

const text = (bytes: Uint8Array | null) => bytes && new TextDecoder().decode(bytes);

describe("a token's bytes", () => {
  test.each([
    ["a space", "Ġfoo", " foo"],
    ["a line break", "Ċ", "\n"],
    ["a character of two bytes", "Ã©", "é"],
  ])("are decoded from a byte-pair spelling: %s", (_, spelling, expected) => {
    expect(text(bytesOfSpelling({ text: spelling, attributes: NORMAL }, BYTE_PAIR))).toBe(expected);
  });

  test.each([
    ["a space", { text: "\u2581foo", attributes: NORMAL }, [0x20, 0x66, 0x6f, 0x6f]],
    ["one byte", { text: "<0xE2>", attributes: BYTE }, [0xe2]],
  ])("are decoded from a SentencePiece spelling: %s", (_, spelling, expected) => {
    expect(bytesOfSpelling(spelling, SENTENCE_PIECE)).toEqual(Uint8Array.from(expected));
  });

  test("are the spelling itself for a user-defined token", () => {
    expect(text(bytesOfSpelling({ text: "Ġ is a letter", attributes: USER_DEFINED }, BYTE_PAIR))).toBe(
      "Ġ is a letter",
    );
  });

  test("are empty for a control token", () => {
    expect(text(bytesOfSpelling({ text: "<|end|>", attributes: CONTROL }, BYTE_PAIR))).toBe("");
  });

  test("are null for other vocabulary types", () => {
    expect(bytesOfSpelling({ text: "##ing", attributes: NORMAL }, 3)).toBeNull();
  });
});

describe("the maximum bytes of a token", () => {
  const bytes = Array.from({ length: 256 }, (_, byte) => ({
    text: `<0x${byte.toString(16).padStart(2, "0")}>`,
    attributes: BYTE,
  }));
  const most = (...more: { text: string; attributes: number }[]) =>
    mostBytesOfToken([...bytes, ...more], SENTENCE_PIECE);

  test("are those of the longest token, with control tokens as they are spelled", () => {
    expect(most({ text: "return", attributes: NORMAL })).toBe(6);
    expect(most({ text: "<|assistant|>", attributes: CONTROL })).toBe(13);
  });

  test("are infinite if the tokenizer may drop text or its type is unknown", () => {
    expect(most({ text: "<mask>", attributes: CONTROL | 128 })).toBe(Number.POSITIVE_INFINITY);
    expect(mostBytesOfToken(bytes.slice(1), SENTENCE_PIECE)).toBe(Number.POSITIVE_INFINITY);
    expect(mostBytesOfToken(bytes, 3)).toBe(Number.POSITIVE_INFINITY);
  });
});
