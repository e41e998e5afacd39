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
  ])("in a byte-pair vocabulary: %s", (_, spelling, expected) => {
    expect(text(bytesOfSpelling({ text: spelling, attributes: NORMAL }, BYTE_PAIR))).toBe(expected);
  });

  test.each([
    ["a space", { text: "\u2581foo", attributes: NORMAL }, [0x20, 0x66, 0x6f, 0x6f]],
    ["one byte", { text: "<0xE2>", attributes: BYTE }, [0xe2]],
  ])("in a SentencePiece vocabulary: %s", (_, spelling, expected) => {
    expect(bytesOfSpelling(spelling, SENTENCE_PIECE)).toEqual(Uint8Array.from(expected));
  });

  test("of a token that the model's makers added are its own text", () => {
    expect(text(bytesOfSpelling({ text: "Ġ is a letter", attributes: USER_DEFINED }, BYTE_PAIR))).toBe(
      "Ġ is a letter",
    );
  });

  test("of a control token are none", () => {
    expect(text(bytesOfSpelling({ text: "<|end|>", attributes: CONTROL }, BYTE_PAIR))).toBe("");
  });

  test("are not known in other kinds of vocabulary", () => {
    expect(bytesOfSpelling({ text: "##ing", attributes: NORMAL }, 3)).toBeNull();
  });
});

describe("the most bytes of a token", () => {
  const bytes = Array.from({ length: 256 }, (_, byte) => ({
    text: `<0x${byte.toString(16).padStart(2, "0")}>`,
    attributes: BYTE,
  }));
  const most = (...more: { text: string; attributes: number }[]) =>
    mostBytesOfToken([...bytes, ...more], SENTENCE_PIECE);

  test("are those of the longest one, control tokens as they are spelled", () => {
    expect(most({ text: "return", attributes: NORMAL })).toBe(6);
    expect(most({ text: "<|assistant|>", attributes: CONTROL })).toBe(13);
  });

  test("are not known where a tokeniser may leave text out", () => {
    expect(most({ text: "<mask>", attributes: CONTROL | 128 })).toBe(Number.POSITIVE_INFINITY);
    expect(mostBytesOfToken(bytes.slice(1), SENTENCE_PIECE)).toBe(Number.POSITIVE_INFINITY);
    expect(mostBytesOfToken(bytes, 3)).toBe(Number.POSITIVE_INFINITY);
  });
});
