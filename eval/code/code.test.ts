import { describe, expect, test } from "vitest";
import {
  changedLines,
  declarations,
  excessLines,
  lineChanges,
  normalized,
  sameTree,
  transpile,
  typeErrors,
} from "./index.ts";

describe("the same tree", () => {
  test.each([
    ["layout and semicolons", "const a = 1;\nf(a, );", "const a=1\nf(\n  a\n)"],
    ["comments", "/** Adds. */\nfunction f() { return 1; /* one */ }", "function f() { return 1 }"],
    ["quotes", `f("it's", 'x');`, "f('it\\'s', \"x\");"],
    ["needless parentheses", "const f = (x) => (x + 1);", "const f = x => x + 1;"],
    ["type annotations as such", "let a: Array<string>;", "let a:Array< string >"],
  ])("whatever its %s", (_, one, other) => {
    expect(sameTree(one, other, "ts")).toBe(true);
  });

  test.each([
    ["let and const", "let a = 1", "const a = 1"],
    ["needed parentheses", "(a + b) * c", "a + b * c"],
    ["operators", "a < b", "a <= b"],
    ["names", "f(a)", "f(b)"],
    ["texts", "f('a')", "f('b')"],
    ["prefix and postfix", "a++", "++a"],
    ["parts of a for statement", "for (a;;) {}", "for (;a;) {}"],
    ["types", "let a: string", "let a: number"],
    ["async", "async function f() {}", "function f() {}"],
    ["optional chaining", "a?.b", "a.b"],
  ])("is another one for other %s", (_, one, other) => {
    expect(sameTree(one, other, "ts")).toBe(false);
  });

  test.each([
    ["a bracket is missing", "f(a;", "f(a);"],
    ["a comma is missing", "f(a b);", "f(a, b);"],
    ["a text has no end", "f(a, 'b", "f(a, 'b');"],
  ])("is another one where %s", (_, broken, sound) => {
    expect(sameTree(broken, sound, "ts")).toBe(false);
  });

  test("may be that of code which is no whole program, as a method is not", () => {
    expect(sameTree("add(a, b) { return a + b }", "add(a, b) {\n  return a + b;\n}", "ts")).toBe(true);
  });
});

test("declarations are found by name, members of classes too", () => {
  const code = `
    export const A = 1, B = 2;
    function f() {}
    export class C { #x = 1; constructor() {} get y() { return 1; } set y(v) {} static z() {} }
    interface I { a: string }
    type T = I;
    enum E { one }`;
  const names = ["A", "B", "f", "C", "C.#x", "C.constructor", "C.y", "C.z", "I", "T", "E"];
  expect([...declarations(code, "ts").keys()]).toEqual(names);
});

test("a declaration is the same whatever stands around it", () => {
  const one = declarations("function f(a) { return a }\nfunction g() {}", "js");
  const other = declarations("const x = 1;\n// adds\nfunction f(a)\n{\n  return a;\n}", "js");
  expect(other.get("f")).toBe(one.get("f"));
});

describe("changed lines", () => {
  const before = "a\nb\nc\nd\n";

  test("are those removed and those added; a replaced line counts once", () => {
    const changes = lineChanges(before, "a\nB\nc\nd\ne\n");
    expect(changes).toEqual({ removed: ["b"], added: ["B", "e"] });
    expect(changedLines(changes)).toBe(2);
  });

  test("leave out blank lines, line ends and space at the ends of lines", () => {
    expect(lineChanges(before, "a  \r\n\r\nb\r\nc\r\nd")).toEqual({ removed: [], added: [] });
    expect(normalized("a \r\nb\n\n")).toBe("a\nb\n");
  });

  test("beyond the reference are excess, each as often as it occurs", () => {
    const reference = lineChanges(before, "a\nB\nc\nd\n");
    expect(excessLines(lineChanges(before, "a\n  B\nc\nd\n"), reference)).toBe(0);
    expect(excessLines(lineChanges(before, "a\nB\nB\nc\n"), reference)).toBe(2);
    expect(excessLines(lineChanges(before, before), reference)).toBe(0);
  });
});

test("transpiling tells what does not parse", () => {
  expect(transpile("const a: number = 1;", "ts")).toEqual({ code: "const a = 1;\n", errors: [] });
  expect(transpile("const = 1", "ts").errors).not.toEqual([]);
  expect(transpile("const a = <p>{1}</p>;", "tsx").code).toContain('h("p", null, 1)');
});

test("type errors name the file and the line", () => {
  const files = {
    "solution.ts": "export function f(a: number): string {\n  return a;\n}\n",
    "types.ts": 'import { f } from "./solution.ts";\nexport const n: number = f(1);\n',
  };
  expect(typeErrors(files)).toEqual([
    expect.stringMatching(/^solution\.ts:2: .*not assignable/),
    expect.stringMatching(/^types\.ts:2: .*not assignable/),
  ]);
  expect(typeErrors({ "a.ts": "export const later: Promise<URL[]> = Promise.resolve([]);" })).toEqual([]);
});
