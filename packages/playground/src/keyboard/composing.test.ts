import { expect, test } from "vitest";
import { isComposing } from "./composing.ts";

test("an Enter that confirms a composition is recognized, also in Safari", () => {
  expect(isComposing({ isComposing: true, keyCode: 13 })).toBe(true);
  expect(isComposing({ isComposing: false, keyCode: 229 })).toBe(true);
  expect(isComposing({ isComposing: false, keyCode: 13 })).toBe(false);
});
