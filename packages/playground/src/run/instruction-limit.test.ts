import { expect, test } from "vitest";
import { whyTooLong } from "./instruction-limit.ts";

test("an instruction over 4,000 characters is refused with its length and the limit", () => {
  expect(whyTooLong("x".repeat(4_000))).toBeNull();
  expect(whyTooLong("x".repeat(4_001))).toMatch(
    /^That is 4,001 characters, and an instruction may have 4,000: /,
  );
});
