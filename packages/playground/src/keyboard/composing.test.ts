import { expect, test } from "vitest";
import { isComposing } from "./composing.ts";

test("the Enter that confirms a composition is no Enter, also as Safari tells of it", () => {
  expect(isComposing({ isComposing: true, keyCode: 13 })).toBe(true);
  expect(isComposing({ isComposing: false, keyCode: 229 })).toBe(true);
  expect(isComposing({ isComposing: false, keyCode: 13 })).toBe(false);
});
