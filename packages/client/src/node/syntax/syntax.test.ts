import { expect, test } from "vitest";
import { loadColorer } from "./index.ts";

/** The tokens as `kind:text`, line by line. */
async function colored(language: string, code: string, from = 0, to = code.split("\n").length) {
  const colorer = await loadColorer(language);
  const parsed = colorer?.(code);
  if (!parsed) throw new Error(`no colours for ${language}`);
  const lines = code.split("\n");
  const rows = parsed
    .tokens(from, to)
    .map((tokens, row) =>
      tokens.map(({ kind, start, end }) => `${kind}:${lines[from + row]?.slice(start, end)}`),
    );
  parsed.release();
  return rows;
}

test("TypeScript is coloured", async () => {
  const code = 'const total: number = sum(items.length, 42); // all\nthis.log("é" + `a $' + "{b.c}`);";
  expect(await colored("typescript", code)).toEqual([
    ["keyword:const", "type:number", "function:sum", "property:length", "number:42", "comment:// all"],
    [
      "constant:this",
      "function:log",
      'string:"',
      "string:é",
      'string:"',
      "string:`",
      "string:a ",
      "property:c",
      "string:`",
    ],
  ]);
});

test("Python, JSON and Go are coloured", async () => {
  expect(await colored("python", 'def f(n):\n    return "x" if n is None else 1')).toEqual([
    ["keyword:def", "function:f"],
    [
      "keyword:return",
      'string:"',
      "string:x",
      'string:"',
      "keyword:if",
      "keyword:is",
      "constant:None",
      "keyword:else",
      "number:1",
    ],
  ]);
  expect(await colored("json", '{ "a": [1, true] }')).toEqual([
    ['string:"', "string:a", 'string:"', "number:1", "constant:true"],
  ]);
  expect((await colored("go", "func Add(a int) int { return a }"))[0]).toContain("function:Add");
});

test("only the requested lines are coloured, even if they begin within a comment", async () => {
  const code = "/* one\ntwo\nthree */\nlet a = 1;\nlet b = 2;\n";
  expect(await colored("javascript", code, 1, 4)).toEqual([
    ["comment:two"],
    ["comment:three */"],
    ["keyword:let", "number:1"],
  ]);
});

test("code that does not parse is coloured as far as possible", async () => {
  expect((await colored("javascript", "return { if (x\n  const y = 1;"))[1]).toContain("number:1");
});

test("a language without a grammar has no colorer", async () => {
  expect(await loadColorer("cobol")).toBeNull();
});
