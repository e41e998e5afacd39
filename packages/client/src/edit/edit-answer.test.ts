import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyHunks } from "./code-lines.ts";
import { EditAnswer } from "./edit-answer.ts";
import type { Selection } from "./edit-options.ts";
import { Region } from "./region.ts";

function edited(code: string, answer: string, selection?: Selection): string {
  const edit = new EditAnswer(new Region(code, selection));
  for (const character of answer) edit.push(character);
  edit.complete();
  return applyHunks(code, edit.hunks);
}

const FILE = "import a from 'a';\n\nclass A {\n\tone() {\n\t\treturn 1;\n\t}\n}\n";

describe("an answer is turned into the edited code", () => {
  test("with or without a fence", () => {
    expect(edited("let a = 1;\n", "```js\nconst a = 1;\n```")).toBe("const a = 1;\n");
    expect(edited("let a = 1;\n", "const a = 1;")).toBe("const a = 1;\n");
  });

  test("when spliced into a selection, with the selection's indentation", () => {
    expect(edited(FILE, "one() {\n\treturn 2;\n}", { start: 4, end: 6 })).toBe(
      FILE.replace("return 1", "return 2"),
    );
  });

  test("in the file's line endings", () => {
    const crlf = FILE.replaceAll("\n", "\r\n");
    expect(edited(crlf, "one() {\n\tlog();\n\treturn 1;\n}", { start: 4, end: 6 })).toBe(
      crlf.replace("\t\treturn", "\t\tlog();\r\n\t\treturn"),
    );
  });

  test("keeping the blank lines around the code", () => {
    expect(edited("\n\nlet a;\n\n\n", "\nlet b;\n\n")).toBe("\n\nlet b;\n\n\n");
  });

  test("without lines that turned out to be prose", () => {
    expect(edited("let a;\n", "f is now const\n```js\nconst a = 0;\n```")).toBe("const a = 0;\n");
  });
});

test("an answer that repeats any code changes nothing", () => {
  const line = fc.constantFrom("a;", "\tb;", "  c;", "", "}", "  ", "\t\td;");
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 20 }),
      fc.constantFrom("\n", "\r\n"),
      fc.constantFrom("", "\uFEFF"),
      fc.boolean(),
      (lines, ending, mark, ended) => {
        const code = mark + lines.join(ending) + (ended ? ending : "");
        expect(edited(code, new Region(code).text)).toBe(code);
      },
    ),
  );
});

test("the hunks sent while the answer arrives equal the final hunks", () => {
  const lines = fc.array(fc.constantFrom("first();", "second();", "}", "", "third();"), { maxLength: 20 });
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const code = before.join("\n");
      const edit = new EditAnswer(new Region(code));
      const events = [...edit.push(after.join("\n")), ...edit.complete()];
      expect(events.flatMap((event) => (event.kind === "hunk" ? [event.hunk] : []))).toEqual(edit.hunks);
    }),
  );
});

test("the preview has the arrived lines first, then the lines still expected", () => {
  const edit = new EditAnswer(new Region(FILE, { start: 4, end: 6 }));
  edit.push("one() {\n\treturn 2");
  expect(edit.preview()).toEqual({
    pieces: [
      { kind: "unchanged", oldStart: 4, newStart: 4, lines: ["\tone() {"] },
      {
        kind: "changed",
        settled: false,
        oldStart: 5,
        oldLines: ["\t\treturn 1;"],
        newStart: 5,
        newLines: ["\t\treturn 2"],
      },
      { kind: "expected", oldStart: 6, lines: ["\t}"] },
    ],
    arrivedLines: 2,
  });
});
