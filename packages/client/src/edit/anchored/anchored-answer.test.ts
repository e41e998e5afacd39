import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyHunks } from "../code-lines.ts";
import type { Selection } from "../edit-options.ts";
import { Region } from "../region.ts";
import { AnchoredAnswer } from "./anchored-answer.ts";

const CODE =
  "import a from 'a';\n\nclass A {\n\tone() {\n\t\treturn 1;\n\t}\n\n\ttwo() {\n\t\treturn 2;\n\t}\n}\n";

function block(search: string, replace: string): string {
  return `<<<<<<< SEARCH\n${search}\n=======\n${replace === "" ? "" : `${replace}\n`}>>>>>>> REPLACE\n`;
}

function run(code: string, answer: string, selection?: Selection) {
  const edit = new AnchoredAnswer(new Region(code, selection));
  const told = [...answer].flatMap((character) => edit.push(character));
  told.push(...edit.complete());
  return { edit, told, code: applyHunks(code, edit.hunks) };
}

describe("search-and-replace blocks are applied", () => {
  test("in any order, ignoring the prose and fences around them", () => {
    const answer = `Here:\n\`\`\`\n${block("\t\treturn 2;", "\t\treturn 3;")}\`\`\`\n${block("import a from 'a';", "import b from 'b';\nimport c from 'c';")}`;
    expect(run(CODE, answer).code).toBe(
      CODE.replace("return 2", "return 3").replace(
        "import a from 'a';",
        "import b from 'b';\nimport c from 'c';",
      ),
    );
  });

  test("when they delete and insert lines", () => {
    const answer = block("\ttwo() {\n\t\treturn 2;\n\t}\n}", "}") + block("class A {", "// A\nclass A {");
    expect(run(CODE, answer).code).toBe(
      "import a from 'a';\n\n// A\nclass A {\n\tone() {\n\t\treturn 1;\n\t}\n\n}\n",
    );
  });

  test("in the code's indentation when the same words occur at two depths", () => {
    const code = "for x in xs:\n\tif x:\n\t\tlog(x)\n\temit(x)\n\tlog(x)\n";
    const search = "    if x:\n        log(x)\n    emit(x)\n    log(x)";
    const edited = run(code, block(search, search.replace("emit(x)", "send(x)\n    emit(x)"))).code;
    expect(edited).toBe(code.replace("\temit(x)", "\tsend(x)\n\temit(x)"));
    const deeper = "  if x:\n    log(x)\n  emit(x)\n  log(x)";
    const moved = deeper.replace("  emit(x)", "    save(x)\n    log(x)\n  emit(x)");
    expect(run(code, block(deeper, moved)).code).toBe(
      code.replace("\temit(x)", "\t\tsave(x)\n\t\tlog(x)\n\temit(x)"),
    );
  });

  test("in the code's indentation when the model used another", () => {
    const answer = block("  two() {\n    return 2;", "  two() {\n    log();\n    return 2;");
    expect(run(CODE, answer).code).toBe(CODE.replace("\ttwo() {\n", "\ttwo() {\n\t\tlog();\n"));
  });

  test("with the replacement's own indentation changes between lines", () => {
    const loop =
      "class A:\n    def total(self, xs):\n        for x in xs:\n            add(x)\n            save()\n";
    const search = "    for x in xs:\n        add(x)\n        save()";
    expect(run(loop, block(search, "    for x in xs:\n        add(x)\n    save()")).code).toBe(
      loop.replace("            save()", "        save()"),
    );
    const guarded = search.replace("    add(x)", "    if x:\n            add(x)");
    expect(run(loop, block(search, guarded)).code).toBe(
      loop.replace("            add(x)", "            if x:\n                add(x)"),
    );
    const quoted = loop.replace("save()", "save(“all”)");
    const moved = block("    save('all')", "save('all')").replaceAll("'", '"');
    expect(run(quoted, moved).code).toBe(quoted.replace("            save", "        save"));
  });

  test("at the right depth when the search part's first line has no indentation", () => {
    const code = "def f():\n    if x:\n        log()\n";
    expect(run(code, block("if x:\n        log()", "    if x:\n        log()\n    end()")).code).toBe(
      `${code}    end()\n`,
    );
  });

  test("to a selection within the file", () => {
    expect(run(CODE, block("\treturn 1;", "\treturn 0;"), { start: 4, end: 6 }).code).toBe(
      CODE.replace("return 1", "return 0"),
    );
  });

  test("in the file's line endings", () => {
    const crlf = CODE.replaceAll("\n", "\r\n");
    expect(run(crlf, block("\t\treturn 1;", "\t\tlog();\n\t\treturn 1;").replaceAll("\n", "\r\n")).code).toBe(
      crlf.replace("\t\treturn 1", "\t\tlog();\r\n\t\treturn 1"),
    );
  });
});

describe("a block that cannot be placed", () => {
  test("is reported before its replacement is written, and does not affect other blocks", () => {
    const edit = new AnchoredAnswer(new Region(CODE));
    edit.push(block("\t\treturn 1;", "\t\treturn 0;"));
    edit.push("<<<<<<< SEARCH\nlaunch();\n=======\n");
    expect(edit.anchors).toMatchObject([
      { line: 5, verdict: "exact" },
      { line: null, verdict: "missing", search: ["launch();"] },
    ]);
    edit.push("land();\n>>>>>>> REPLACE\n");
    expect(applyHunks(CODE, edit.hunks)).toBe(CODE.replace("return 1", "return 0"));
  });

  test("is reported as overlapping when it changes lines that another block has changed", () => {
    const answer = block("\t\treturn 1;", "\t\treturn 0;") + block("\tone() {\n\t\treturn 1;", "\tone() {");
    const { edit, code } = run(CODE, answer);
    expect(edit.anchors.at(-1)).toMatchObject({ line: null, verdict: "overlapping" });
    expect(code).toBe(CODE.replace("return 1", "return 0"));
  });

  test.each([
    ["in its replacement", "\t\treturn 1;\n=======\n\t\tret"],
    ["before its last line", "\t\treturn 1;\n=======\n\t\treturn 0;\n"],
    ["in its search part", "\t\treturn 1;\n"],
  ])("is reported as cut when the answer ends %s", (_, cut) => {
    const { edit, code } = run(CODE, `<<<<<<< SEARCH\n${cut}`);
    expect(code).toBe(CODE);
    expect(edit.anchors).toEqual([{ line: null, verdict: "cut", search: ["\t\treturn 1;"] }]);
  });

  test.each([
    ["before the next begins", "=======\n\t\treturn 0;\n"],
    ["in its search part, before the next begins", ""],
    ["in its search part", ">>>>>>> REPLACE\n"],
  ])("is reported as cut when a mark is missing %s, and the next block is still placed", (_, rest) => {
    const next = block("\t\treturn 2;", "\t\treturn 3;");
    const { edit, code } = run(CODE, `<<<<<<< SEARCH\n\t\treturn 1;\n${rest}${next}`);
    expect(code).toBe(CODE.replace("return 2", "return 3"));
    expect(edit.anchors).toMatchObject([
      { line: null, verdict: "cut" },
      { line: 9, verdict: "exact" },
    ]);
  });

  test("is reported only once when it also has no end mark", () => {
    const { edit } = run(CODE, "<<<<<<< SEARCH\nlaunch();\n=======\nland();\n");
    expect(edit.anchors).toMatchObject([{ verdict: "missing" }]);
  });
});

test("blocks that are already placed stay when a further answer brings the rest", () => {
  const edit = new AnchoredAnswer(new Region(CODE));
  edit.push(`${block("\t\treturn 1;", "\t\treturn 0;")}<<<<<<< SEARCH\nlaunch`);
  edit.continueInNextResponse();
  edit.push(block("\t\treturn 2;", "\t\treturn 3;"));
  expect(applyHunks(CODE, edit.hunks)).toBe(
    CODE.replace("return 1", "return 0").replace("return 2", "return 3"),
  );
});

test.each([
  ["insert, in the code's order", block("a();", "a();\nx();"), block("b();", "y();\nb();")],
  ["insert, in another order", block("b();", "y();\nb();"), block("a();", "a();\nx();")],
  ["insert and replace", block("a();", "a();\nx();"), block("b();", "y();")],
])("two blocks that change the same place become one hunk, which is sent again: %s", (_, ...blocks) => {
  const code = "a();\nb();\n";
  const { edit, told } = run(code, blocks.join(""));
  const last = new Map(
    told.flatMap((event) => (event.kind === "hunk" ? [[event.hunk.oldStart, event.hunk]] : [])),
  );
  expect([...last.values()]).toEqual(edit.hunks);
  expect(applyHunks(code, edit.hunks)).toMatch(/^a\(\);\nx\(\);\ny\(\);/);
});

test("a repeated block is searched for from its old place, and later blocks after the last placed one", () => {
  const code = "f();\nreturn a;\ng();\nlog();\nh();\nlog();\nreturn a;\n";
  const edit = new AnchoredAnswer(new Region(code));
  edit.push(block("return a;", "return b;") + block("h();", "i();"));
  edit.continueInNextResponse();
  edit.push(block("return a;", "return b;"));
  expect(edit.anchors.map(({ verdict }) => verdict)).toEqual(["ambiguous", "exact", "ambiguous"]);
  edit.continueInNextResponse();
  edit.push(block("f();\nreturn a;", "f();\nreturn b;") + block("log();", "end();"));
  expect(edit.anchors.map(({ line }) => line)).toEqual([null, 5, null, 1, 6]);
  expect(applyHunks(code, edit.hunks)).toBe("f();\nreturn b;\ng();\nlog();\ni();\nend();\nreturn a;\n");
});

test("blocks that replace distinct lines give the expected code, in any order and any pieces", () => {
  const texts = fc.array(fc.constantFrom("x();", "", "  y();", "}"), { maxLength: 3 });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.array(fc.tuple(fc.nat(), texts), { maxLength: 5 }),
      fc.integer({ min: 1, max: 40 }),
      (lines, wanted, size) => {
        const old = Array.from({ length: lines }, (_, n) => `line${n}();`);
        const changes = new Map(wanted.map(([at, replace]) => [at % lines, replace]));
        const answer = [...changes].map(([at, replace]) =>
          block(old[at] as string, replace.join("\n") || "gone();"),
        );
        const edit = new AnchoredAnswer(new Region(old.join("\n")));
        const text = answer.join("");
        for (let from = 0; from < text.length; from += size) edit.push(text.slice(from, from + size));
        edit.complete();
        const after = old.flatMap((line, at) => {
          const replace = changes.get(at);
          return replace === undefined ? [line] : (replace.join("\n") || "gone();").split("\n");
        });
        expect(applyHunks(old.join("\n"), edit.hunks)).toBe(after.join("\n"));
        const { pieces } = edit.preview();
        const shown = pieces.flatMap((piece) => (piece.kind === "changed" ? piece.newLines : piece.lines));
        expect(shown).toEqual(after);
      },
    ),
  );
});

test("blocks indented deeper or less than the code give the same result as blocks at its depth", () => {
  const depth = fc.integer({ min: 0, max: 8 });
  const line = (base: number, depth: number, n: number) => `${" ".repeat(base + depth)}word${n};`;
  fc.assert(
    fc.property(
      fc.array(depth, { minLength: 1, maxLength: 6 }),
      fc.array(fc.tuple(depth, fc.nat(9)), { minLength: 1, maxLength: 6 }),
      fc.nat(12),
      (search, replace, base) => {
        const searchAt = (base: number) => search.map((depth, n) => line(base, depth, n)).join("\n");
        const replaceAt = (base: number) => replace.map(([depth, n]) => line(base, depth, n)).join("\n");
        const edited = run(`top\n${searchAt(4)}\nend`, block(searchAt(base), replaceAt(base))).code;
        expect(edited).toBe(`top\n${replaceAt(4)}\nend`);
      },
    ),
  );
});

test("a replacement line of a megabyte in small pieces is processed in linear time", () => {
  const piece = "a = 1; ";
  const pieces = 150_000;
  const edit = new AnchoredAnswer(new Region("one();\ntwo();\n"));
  const began = performance.now();
  edit.push("<<<<<<< SEARCH\none();\n=======\n");
  for (let n = 0; n < pieces; n++) edit.push(piece);
  edit.push("\n>>>>>>> REPLACE\n");
  expect(edit.hunks).toMatchObject([{ oldStart: 1, newLines: [piece.repeat(pieces)] }]);
  expect(performance.now() - began).toBeLessThan(3_000);
});
