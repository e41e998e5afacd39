import { describe, expect, test } from "vitest";
import {
  changedLines,
  declarations,
  excessLines,
  lineChanges,
  normalize,
  sameTree,
  transpile,
  typeErrors,
} from "./index.ts";

describe("sameTree", () => {
  test.each([
    ["layout and semicolons", "const a = 1;\nf(a, );", "const a=1\nf(\n  a\n)"],
    ["comments", "/** Adds. */\nfunction f() { return 1; /* one */ }", "function f() { return 1 }"],
    ["quotes", `f("it's", 'x');`, "f('it\\'s', \"x\");"],
    ["redundant parentheses", "const f = (x) => (x + 1);", "const f = x => x + 1;"],
    ["layout inside type annotations", "let a: Array<string>;", "let a:Array< string >"],
  ])("ignores %s", (_, one, other) => {
    expect(sameTree(one, other, "ts")).toBe(true);
  });

  test.each([
    ["declaration keywords", "let a = 1", "const a = 1"],
    ["meaningful parentheses", "(a + b) * c", "a + b * c"],
    ["operators", "a < b", "a <= b"],
    ["names", "f(a)", "f(b)"],
    ["strings", "f('a')", "f('b')"],
    ["prefix and postfix operators", "a++", "++a"],
    ["parts of a for statement", "for (a;;) {}", "for (;a;) {}"],
    ["types", "let a: string", "let a: number"],
    ["async modifiers", "async function f() {}", "function f() {}"],
    ["uses of optional chaining", "a?.b", "a.b"],
  ])("tells different %s apart", (_, one, other) => {
    expect(sameTree(one, other, "ts")).toBe(false);
  });

  test.each([
    ["a bracket is missing", "f(a;", "f(a);"],
    ["a comma is missing", "f(a b);", "f(a, b);"],
    ["a string is not closed", "f(a, 'b", "f(a, 'b');"],
  ])("does not match code with a syntax error where %s", (_, broken, sound) => {
    expect(sameTree(broken, sound, "ts")).toBe(false);
  });

  test("compares fragments such as a method without its class", () => {
    expect(sameTree("add(a, b) { return a + b }", "add(a, b) {\n  return a + b;\n}", "ts")).toBe(true);
  });
});

test("declarations() finds top-level declarations and class members by name", () => {
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

test("declarations() gives a function the same text whatever surrounds it", () => {
  const one = declarations("function f(a) { return a }\nfunction g() {}", "js");
  const other = declarations("const x = 1;\n// adds\nfunction f(a)\n{\n  return a;\n}", "js");
  expect(other.get("f")).toBe(one.get("f"));
});

describe("line changes", () => {
  const before = "a\nb\nc\nd\n";

  test("list removed and added lines, and count a replaced line once", () => {
    const changes = lineChanges(before, "a\nB\nc\nd\ne\n");
    expect(changes).toEqual({ removed: ["b"], added: ["B", "e"] });
    expect(changedLines(changes)).toBe(2);
  });

  test("ignore blank lines, line endings and trailing spaces", () => {
    expect(lineChanges(before, "a  \r\n\r\nb\r\nc\r\nd")).toEqual({ removed: [], added: [] });
    expect(normalize("a \r\nb\n\n")).toBe("a\nb\n");
  });

  test("count each line beyond the reference as excess, as often as it occurs", () => {
    const reference = lineChanges(before, "a\nB\nc\nd\n");
    expect(excessLines(lineChanges(before, "a\n  B\nc\nd\n"), reference)).toBe(0);
    expect(excessLines(lineChanges(before, "a\nB\nB\nc\n"), reference)).toBe(2);
    expect(excessLines(lineChanges(before, before), reference)).toBe(0);
  });
});

test("transpile() compiles TypeScript and JSX and reports syntax errors", () => {
  expect(transpile("const a: number = 1;", "ts")).toEqual({ code: "const a = 1;\n", errors: [] });
  expect(transpile("const = 1", "ts").errors).not.toEqual([]);
  expect(transpile("const a = <p>{1}</p>;", "tsx").code).toContain('h("p", null, 1)');
});

test("typeErrors() reports each error with its file and line", () => {
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
