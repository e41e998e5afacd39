import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { EXAMPLES } from "./examples.ts";

test("the built-in examples equal the repository's example files", () => {
  for (const { file, code } of EXAMPLES) {
    expect(code).toBe(readFileSync(new URL(`../../../../examples/${file}`, import.meta.url), "utf8"));
  }
});
