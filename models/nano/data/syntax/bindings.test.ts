import { expect, it } from "vitest";
import { resolveBindings } from "./bindings.ts";
import { type Language, parseFile } from "./parse.ts";

/** Each binding as `kind name: reads and writes`, and the free names. */
function names(code: string, language: Language = "js") {
  const file = parseFile(code, language);
  if (file === undefined) throw new Error(`this does not parse: ${code}`);
  const { all, free } = resolveBindings(file.program);
  return {
    bindings: all.map((one) => `${one.kind} ${one.name}: ${one.references.length}, ${one.writes.length}`),
    free: [...free.keys()],
  };
}

it("separates bindings of the same name in different scopes", () => {
  expect(names("function f(a) { { const a = 1; g(a); } return a; }")).toEqual({
    bindings: ["function f: 0, 0", "parameter a: 1, 0", "const a: 1, 0"],
    free: ["g"],
  });
});

it("hoists var out of blocks", () => {
  expect(names("function f() { if (x) { var y = 1; } return y; }").bindings).toContain("var y: 1, 0");
});

it("counts writes, in patterns and loops too", () => {
  expect(names("let a, b, c; a++; [b] = [1]; for (c of d) {}").bindings).toEqual([
    "let a: 1, 1",
    "let b: 1, 1",
    "let c: 1, 1",
  ]);
});

it("does not count keys and properties as references", () => {
  expect(names("const a = { b: 1, c() {} }; a.b; a?.c;")).toEqual({ bindings: ["const a: 2, 0"], free: [] });
});

it("resolves shorthand properties and destructuring patterns", () => {
  expect(names("const { a, b: c = a } = d; e({ c });")).toEqual({
    bindings: ["const a: 1, 0", "const c: 1, 0"],
    free: ["d", "e"],
  });
});

it("resolves components and types", () => {
  expect(names("import { A } from 'a'; const b = (c: A) => <A.X />;", "tsx").bindings).toContain(
    "import A: 2, 0",
  );
});

it("scopes type parameters, and ignores parameter names in function types", () => {
  expect(names("function f<T>(a: (b: T) => T) { return a; }", "ts")).toEqual({
    bindings: ["function f: 0, 0", "type T: 2, 0", "parameter a: 1, 0"],
    free: [],
  });
});
