import fc from "fast-check";
import { expect, test } from "vitest";
import { CustomInput } from "./custom-input.ts";

function read(json: string, sizes: readonly number[]): { text: string; early: string } {
  const input = new CustomInput();
  let early = "";
  for (let at = 0, turn = 0; at < json.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    early += input.push(json.slice(at, at + size));
    at += size;
  }
  return { early, text: early + input.end() };
}

/** What JSON escapes, what it does not, characters of one and two halves, and what should be escaped. */
const pieces = [
  ...['"', "\\", "\n", "\r", "\t", "\u0000", "\ud800", "a", "input", "{", "}", ":", "é", "😀", "/", "u"].map(
    (text) => ({ text, json: JSON.stringify(text).slice(1, -1) }),
  ),
  ...["\\d", "\\N", "\\uz", "\n", "\u0001"].map((text) => ({ text, json: text })),
];
const anyPieces = fc.array(fc.constantFrom(...pieces), { maxLength: 12 });

test("any text is decoded as it arrives, however its JSON is cut", () => {
  fc.assert(
    fc.property(
      anyPieces,
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
      fc.constantFrom("", " ", "\n  "),
      (said, sizes, space) => {
        const [text, inside] = [said.map((it) => it.text).join(""), said.map(({ json }) => json).join("")];
        const json = `{${space}"input"${space}:${space}"${inside}"${space}}`;
        expect(read(json, sizes)).toEqual({ early: text, text });
      },
    ),
  );
});

test.each([
  ['{"patch": "abc"}', "abc"],
  ['"abc"', "abc"],
  ["*** Begin Patch", "*** Begin Patch"],
  ['{"input": 5}', '{"input": 5}'],
])("%s, in another form, is read at the end", (json, text) => {
  expect(read(json, [3]).text).toBe(text);
});
