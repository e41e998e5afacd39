import { expect, test } from "vitest";
import { unicodeProperty } from "./unicode-property.ts";

test.each(["L", "Emoji_Component", "Extended_Pictographic", "Script=Greek", "Cn", "Any"])(
  "the characters of %s are those that JavaScript finds",
  (name) => {
    const set = unicodeProperty(name);
    const isOne = new RegExp(`^\\p{${name}}$`, "u");
    for (let code = 0; code <= 0x10ffff; code += code < 0x2100 || code > 0x10f000 ? 1 : 37) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      if (set?.has(code) !== isOne.test(String.fromCodePoint(code))) expect(code).toBe(null);
    }
  },
);

test("what is no property is none", () => {
  for (const name of ["", "Nothing", "L}", "Script=Nothing"]) expect(unicodeProperty(name)).toBe(null);
});
