import { describe, expect, test } from "vitest";
import { hunksBetween } from "../edit/hunks-between.ts";
import { checkScope } from "../edit/scope/index.ts";
import { verify as verifyEdit } from "../edit/verify/index.ts";
import { nodeGrammars } from "./grammars.ts";
import { nodeLeaves } from "./leaves.ts";

function verify(original: string, edited: string, language: string | null, instruction = "edit it") {
  const hunks = hunksBetween(original, edited);
  const verifiers = { grammars: nodeGrammars, scope: { leaves: nodeLeaves, check: checkScope } };
  return verifyEdit({ original, edited, hunks, instruction }, language, verifiers);
}

describe.each([
  ["javascript", "const a = () => 1;\n", "const a = () => ;\n"],
  ["typescript", "const a: number = 1;\n", "const a: = 1;\n"],
  ["tsx", "const a = <b>{1}</b>;\n", "const a = <b>{1}</c;\n"],
  ["python", "def f():\n    return 1\n", "def f(:\n    return 1\n"],
  ["go", "package main\n\nfunc f() int { return 1 }\n", "package main\n\nfunc f( int { return 1 }\n"],
  ["rust", "fn f() -> i32 { 1 }\n", "fn f( -> i32 { 1 }\n"],
  ["java", "class A { int f() { return 1; } }\n", "class A { int f( { return 1; } }\n"],
  ["c", "int f(void) { return 1; }\n", "int f(void { return 1; }\n"],
  ["cpp", "auto f() -> int { return 1; }\n", "auto f( -> int { return 1; }\n"],
  ["csharp", "class A { int F() => 1; }\n", "class A { int F( => 1; }\n"],
  ["ruby", "def f\n  1\nend\n", "def f(\n  1\nend end\n"],
  ["php", "<?php function f() { return 1; }\n", "<?php function f( { return 1; }\n"],
  ["css", "a { color: red; }\n", "a { color: ; ; } }\n"],
  ["html", "<ul><li>a</li></ul>\n", "<p class='a>b</p>\n"],
  ["bash", "if true; then echo 1; fi\n", "if true; then echo 1;\n"],
  ["json", '{ "a": [1, 2] }\n', '{ "a": [1, 2 }\n'],
])("the grammar of %s", (language, sound, broken) => {
  test("accepts valid code and reports issues in broken code", async () => {
    expect(await verify(sound, sound, language)).toEqual({
      parses: true,
      parsedBefore: true,
      language,
      errors: [],
      scope: ["javascript", "typescript", "tsx"].includes(language) ? [] : null,
    });
    const verdict = await verify(sound, broken, language);
    expect(verdict).toMatchObject({ parses: false, parsedBefore: true });
    expect(verdict.errors.length).toBeGreaterThan(0);
  });
});

test("a syntax issue has its line, its column and the text at fault", async () => {
  const { errors } = await verify("let a;\n", "let a;\nlet b = = 2;\n", "javascript");
  expect(errors).toEqual([{ line: 2, column: 7, message: 'syntax error at "="' }]);
});

test("a JSON syntax issue has its line and column", async () => {
  const { errors } = await verify("{}", '{\n  "a": 1,\n  b\n}', "json");
  expect(errors).toMatchObject([{ line: 3, column: 3 }]);
});

test("Python indentation is checked by the same rule before and after the edit", async () => {
  const sound = "def f(a):\n    return a\n";
  const broken = "def f(a):\nreturn a\n";
  expect(await verify(sound, broken, "python")).toMatchObject({ parses: false, parsedBefore: true });
  expect(await verify(broken, sound, "python")).toMatchObject({ parses: true, parsedBefore: false });
  expect(await verify(broken, broken, "python")).toMatchObject({ parses: false, parsedBefore: false });
});

test("code that was already broken before the edit is reported as such", async () => {
  const verdict = await verify("let = ;", "let a = ;", "javascript");
  expect(verdict).toMatchObject({ parses: false, parsedBefore: false });
});

describe("methods without their class or object", () => {
  test.each([
    ["static async f(a) {\n  return a;\n}", "static async f(a) {\n  return a +;\n}", 2],
    ["get a() {\n  return 1;\n},\nb: 2,", "get a() {\n  return 1;\n},\nb: = 2,", 4],
  ])("parse on their own: %j", async (sound, broken, line) => {
    expect(await verify(sound, sound, "javascript")).toMatchObject({ parses: true, parsedBefore: true });
    const { parses, errors } = await verify(sound, broken, "javascript");
    expect([parses, errors[0]?.line]).toEqual([false, line]);
  });

  test("have their scope checked, with line numbers of the given code", async () => {
    const code = "f(a) {\n  const b = a;\n  return b;\n}";
    const { scope } = await verify(code, "f(a) {\n  return b;\n}", "javascript", "return early");
    expect(scope).toContainEqual({
      kind: "undeclared",
      line: 2,
      message: '"b" is used and no longer declared',
    });
  });
});

test("an unknown language is detected from what the original parses as", async () => {
  expect(await verify("def f():\n  return 1\n", "def f(:", null)).toMatchObject({
    parses: false,
    language: "python",
  });
});

test.each([
  ["haskell", "there is no grammar for haskell"],
  [null, "the language is unknown"],
])("code in the language %s is not checked, and the reason is given", async (language, reason) => {
  expect(await verify("¿ ¿ ¿", "x", language)).toMatchObject({
    parses: null,
    parsedBefore: null,
    reason: expect.stringContaining(reason),
  });
});

test("code nested ten thousand levels deep is checked without failing", async () => {
  const deep = `${"(".repeat(10_000)}1${")".repeat(9_999)}`;
  expect(await verify("1", deep, "javascript")).toMatchObject({ parses: false });
});
