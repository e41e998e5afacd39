import { expect, test } from "vitest";
import { unicodeProperty } from "./unicode-property.ts";

test.each([
  "L",
  "Emoji_Component",
  "Extended_Pictographic",
  "Script=Greek",
  "Cn",
  "Co",
  "Noncharacter_Code_Point",
  "Default_Ignorable_Code_Point",
  "Any",
])("%s has the same characters as in JavaScript", (name) => {
  const set = unicodeProperty(name);
  const isOne = new RegExp(`^\\p{${name}}$`, "u");
  for (let code = 0; code <= 0x10ffff; code += isToldApart(code) ? 1 : 37) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    if (set?.has(code) !== isOne.test(String.fromCodePoint(code))) expect(code).toBe(null);
  }
});

/** Where neighbours are likely to differ: the beginning, tags, and the ends of planes. */
function isToldApart(code: number): boolean {
  return code < 0x2100 || (code >= 0xdff00 && code < 0xe1100) || (code & 0xffff) > 0xfff0;
}

test("an unknown property is null", () => {
  for (const name of ["", "Nothing", "L}", "Script=Nothing"]) expect(unicodeProperty(name)).toBe(null);
});
