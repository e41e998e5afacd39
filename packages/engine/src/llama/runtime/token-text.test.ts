import * as fc from "fast-check";
import { expect, test } from "vitest";
import { TokenText } from "./token-text.ts";

test("text is decoded completely and never within a character, wherever tokens split it", () => {
  const text = fc
    .string({ unit: "grapheme", maxLength: 40 })
    .filter((value) => !/\p{Surrogate}/u.test(value));
  fc.assert(
    fc.property(text, fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 }), (text, sizes) => {
      const bytes = new TextEncoder().encode(text);
      const pieces: Uint8Array[] = [];
      for (let start = 0, cut = 0; start < bytes.length; cut++) {
        const size = sizes[cut % sizes.length] ?? 1;
        pieces.push(bytes.slice(start, start + size));
        start += size;
      }
      const decoder = new TokenText((token) => pieces[token] ?? new Uint8Array(0));
      let [given, said] = [0, 0];
      const outputs = pieces.map((piece, token) => {
        const output = decoder.push(token);
        given += piece.length;
        said += Buffer.byteLength(output);
        expect(decoder.isWithinCharacter).toBe(said < given);
        return output;
      });
      for (const output of outputs) expect(text).toContain(output);
      expect(outputs.join("") + decoder.end()).toBe(text);
    }),
  );
});

test("an answer that ends within a character ends with a replacement character", () => {
  const decoder = new TokenText(() => Uint8Array.of(0xe2, 0x82));
  expect(decoder.push(0)).toBe("");
  expect(decoder.end()).toBe("\uFFFD");
});
