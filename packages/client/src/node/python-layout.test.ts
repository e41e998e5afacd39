import { describe, expect, test } from "vitest";
import { nodeGrammars } from "./grammars.ts";

async function issuesOf(code: string) {
  const parse = await nodeGrammars("python");
  return (parse ?? expect.unreachable())(code);
}

describe("wrong indentation in Python is reported", () => {
  test.each([
    ["a body at the column of its head", "def f(a):\nreturn a\n", 1],
    ["a body that was dedented", "if a:\n    b()\nfor c in d:\nc()\n", 3],
    ["no body", "class A:\n    # nothing yet\n\nx = 1\n", 1],
    ["a line that is indented deeper", "def f():\n    a()\n      b()\n    c()\n", 3],
    ["a line of the module that is indented", "a = 1\n    b = 2\nc = 3\n", 2],
    ["a line between two blocks' columns", "def f():\n    a()\n  b()\n", 3],
    ["a method between two columns", "class A:\n    def f(self): pass\n  def g(self): pass\n", 3],
    ["a clause under something else", "if a:\n    b()\n  else:\n    c()\n", 3],
    ["a handler without a body", "try:\n    a()\nexcept E:\n\nb()\n", 3],
    ["a case without a body", "match a:\n    case 1:\n    case 2:\n        b()\n", 2],
    ["a definition deeper than its decorator", "@a\n  def f(): pass\n", 2],
    ["a line under a block that ends with its line", "if a: b()\n    c()\n", 2],
    ["a tab where the block has spaces", "if a:\n        b()\n\tc()\n", 3],
    ["a tab under spaces", "def f():\n    if a:\n\tb()\n", 3],
  ])("%s", async (_, code, line) => {
    const [issue] = await issuesOf(code);
    expect(issue?.line).toBe(line);
  });

  test("with its place and how far the indentation is off", async () => {
    expect(await issuesOf("def f():\n    a()\n  b()\n")).toEqual([
      { line: 3, column: 3, message: "indented by 2 where its block is indented by 0" },
    ]);
    expect(await issuesOf("def f():\nreturn 1\n")).toEqual([
      { line: 1, column: 9, message: "a block is expected here: indent its lines" },
    ]);
  });
});

test.each([
  [
    "decorators",
    "@a\n# why\n@b(1)\nasync def f():\n    pass\n\nclass A:\n    @property\n    def x(self): return 1\n",
  ],
  ["statements on one line", "a = 1; b = 2\nif a: b(); c()\nelse: d()\nwhile True: break\n"],
  ["texts over lines", 'def f():\n    """One.\n\n  Two.\n"""\n    x = """\na\n  b"""; y = 1\n    return x\n'],
  [
    "continued lines",
    "a = 1 + \\\n      2\nif a and \\\n  b:\n    c(\n1,\n        2)\nd; \\\n   e\nif a: \\\n  b\n",
  ],
  ["a comment that ends with a backslash", "if a:  # \\\n    b()\n    c()\n# \\\nd()\n"],
  [
    "match",
    "match a:\n    case [1, *_] if b:\n        c()\n    case {'x': x}: d()\n    case _:\n        pass\n",
  ],
  [
    "comments at any column",
    "# a\n  # b\ndef f():\n# c\n      # d\n    a()\n  # e\n    b()\n        # f\n\nc()\n",
  ],
  ["async", "async def f():\n    async with a as b, c:\n        async for d in e:\n            await d\n"],
  ["classes that hold their description alone", 'class A:\n    """One."""\n\n\nclass B(A): ...\n'],
  [
    "all clauses",
    "try:\n  a()\nexcept* E:\n  b()\nelse:\n  c()\nfinally:\n  d()\nfor x in y:\n  z\nelse:\n  w\n",
  ],
  ["blocks of different depth", "if a:\n  b()\nelif c:\n      d()\nelse:\n\te()\n"],
  ["tabs", "def f():\n\tif a:\n\t\tb()\n\telse:\n\t    c()\n"],
  ["a byte order mark", "\uFEFFa = 1\nb = 2\n"],
  ["Windows line endings", "if a:\r\n    b()\r\n\r\n    c()\r\nd; \\\r\n   e\r\n"],
  ["a form feed", "a()\n\f\nb()\n\fdef f():\n    pass\n"],
  [
    "a method as it stands in its class",
    "    @a\n    def f(self):\n        return 1\n\n    def g(self): pass\n",
  ],
  ["nothing", "\n# only a comment\n"],
])("Python with %s parses", async (_, code) => {
  expect(await issuesOf(code)).toEqual([]);
});

test("Python with 99 nested blocks parses", async () => {
  const lines = Array.from({ length: 99 }, (_, depth) => `${" ".repeat(depth)}if a:\n`);
  expect(await issuesOf(`${lines.join("")}${" ".repeat(99)}b()\n`)).toEqual([]);
});
