import { expect, it } from "vitest";
import { Sample } from "./sample.ts";

it("parses a method without its class", () => {
  const sample = Sample.of("get(key) {\n  return this.map[key];\n}", "js");
  expect(sample?.main?.name).toBe("get");
  expect(sample?.isMethod).toBe(true);
});

it.each(["class A {\n  @B() c(@D() e) {}\n}", "export @B class A {}"])("parses decorators: %s", (code) => {
  expect(Sample.of(code, "ts")).toBeDefined();
});

it("returns an edited method without the class that wraps it for parsing", () => {
  const sample = Sample.of("get(key) {\n  return 1;\n}", "js");
  const draft = sample?.draft();
  const [one] = sample?.all("NumericLiteral") ?? [];
  draft?.update(one?.start ?? 0, one?.end ?? 0, "2");
  expect(draft && sample?.finish(draft)).toBe("get(key) {\n  return 2;\n}");
});

it("leaves the code unchanged if edits overlap", () => {
  const sample = Sample.of("f(g(1));", "js");
  const draft = sample?.draft();
  draft?.update(2, 6, "x").update(4, 5, "y");
  expect(draft?.hasOverlap).toBe(true);
  expect(draft && sample?.finish(draft)).toBe("f(g(1));");
});

it("detects the indentation, quotes and semicolons of the code", () => {
  expect(Sample.of("function f() {\n\treturn 'a'\n}\nf('b')\nf('c')", "js")?.style).toEqual({
    indent: "\t",
    quote: "'",
    semi: "",
  });
});
