import { expect, test } from "vitest";
import { tooLong } from "./instruction-limit.ts";

test("an instruction of more than 4,000 characters is refused, and the person told by how much", () => {
  expect(tooLong("x".repeat(4_000))).toBeNull();
  expect(tooLong("x".repeat(4_001))).toMatch(
    /^That is 4,001 characters, and an instruction may have 4,000: /,
  );
});
