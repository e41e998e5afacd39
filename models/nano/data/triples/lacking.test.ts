import { describe, expect, it } from "vitest";
import { Choices } from "../choices/index.ts";
import { FAMILIES } from "../families/index.ts";
import { Sample } from "../syntax/index.ts";
import { familyWithoutSubject } from "./lacking.ts";

function lackingIn(code: string): Set<string> {
  const sample = Sample.of(code, "js");
  if (sample === undefined) throw new Error(`this does not parse: ${code}`);
  const choose = new Choices(3);
  const found = Array.from(
    { length: 2_000 },
    () => familyWithoutSubject(FAMILIES, sample, choose)?.name ?? "none",
  );
  return new Set(found);
}

describe("edits of something that the code lacks", () => {
  it("include those of loops, conditions and promises for a sum of two numbers", () => {
    const found = lackingIn("function sum(a, b) {\n  return a + b;\n}");
    expect([...found]).toEqual(
      expect.arrayContaining(["for-to-for-of", "loop-to-map", "then-chain-to-await", "switch-to-if"]),
    );
    expect([...found]).not.toContain("make-async");
  });

  it("exclude those of loops, conditions and awaits for code that has them", () => {
    const found = lackingIn(
      "async function first(items) {\n  for (const item of items) if (item.ready) return await item.load();\n  return null;\n}",
    );
    expect([...found].filter((name) => /loop|for-|if|await/.test(name))).toEqual([]);
  });
});
