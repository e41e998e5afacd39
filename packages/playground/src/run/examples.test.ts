import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { EXAMPLES } from "./examples.ts";

test("the examples are those of the repository", () => {
  for (const { file, code } of EXAMPLES) {
    expect(code).toBe(readFileSync(new URL(`../../../../examples/${file}`, import.meta.url), "utf8"));
  }
});
