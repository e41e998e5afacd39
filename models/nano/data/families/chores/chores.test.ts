import { describe, expect, it } from "vitest";
import { Choices } from "../../choices/index.ts";
import { parses } from "../../syntax/index.ts";
import { editOf, familyOf, sampleOf } from "../edit-of.fixture.ts";
import * as chores from "./index.ts";

const COMPOSED = Object.values(chores).filter((one) => "isComposed" in one);

describe("composed chores", () => {
  it.each(COMPOSED.map(({ name }) => name))(
    "%s gives varied code that parses before and after the edit",
    (name) => {
      const sample = sampleOf("f();");
      const edits = Array.from({ length: 150 }, (_, seed) =>
        familyOf(name).apply(sample, new Choices(seed * 7919)),
      );
      for (const edit of edits) {
        expect(parses(edit?.before ?? "", edit?.language ?? "ts"), edit?.before).toBe(true);
        expect(parses(edit?.after ?? "", edit?.language ?? "ts"), edit?.after).toBe(true);
        expect(edit?.after).not.toBe(edit?.before);
      }
      expect(new Set(edits.map((edit) => edit?.before)).size).toBeGreaterThan(120);
    },
  );

  it("name-magic-value puts the constant above the functions and leaves no such literal below it", () => {
    for (let seed = 0; seed < 60; seed++) {
      const edit = familyOf("name-magic-value").apply(sampleOf("f();"), new Choices(seed));
      const { name = "", value = "" } = edit?.slots ?? {};
      const lines = edit?.after.split("\n") ?? [];
      const at = lines.findIndex((line) => line.startsWith(`const ${name} = ${value}`));
      expect(at).toBeGreaterThanOrEqual(0);
      expect(lines.slice(at + 1).join("\n")).not.toContain(` ${value} `);
      expect(lines.slice(0, at).every((line) => !line.startsWith("function"))).toBe(true);
    }
  });
});

describe("chores on existing code", () => {
  it("extract-constant goes above the function's comment, extract-local-constant into its body", () => {
    const above = editOf("extract-constant", "// waits\nexport function f(a) {\n  return a * 60;\n}");
    const { name } = above?.slots ?? {};
    expect(above?.after).toBe(
      `const ${name} = 60;\n\n// waits\nexport function f(a) {\n  return a * ${name};\n}`,
    );
    const inside = editOf("extract-local-constant", "function f(a) {\n  return a * 60;\n}");
    const { name: local } = inside?.slots ?? {};
    expect(inside?.after).toBe(`function f(a) {\n  const ${local} = 60;\n  return a * ${local};\n}`);
  });

  it("destructure-parameter keeps the parameter's type", () => {
    const code = "function Quote(props: QuoteProps) {\n  return [props.text, props.onClose()];\n}";
    expect(editOf("destructure-parameter", code, 1, "ts")?.after).toBe(
      "function Quote({ text, onClose }: QuoteProps) {\n  return [text, onClose()];\n}",
    );
    expect(editOf("destructure-parameter", code.replace("onClose", "close"), 1, "ts")).toBeUndefined();
  });

  it("function-to-arrow turns a function expression without this into an arrow", () => {
    expect(editOf("function-to-arrow", "export const f = async function (a) {\n  return a;\n};")?.after).toBe(
      "export const f = async (a) => {\n  return a;\n};",
    );
    expect(editOf("function-to-arrow", "const f = function () {\n  return this.a;\n};")).toBeUndefined();
  });
});
