import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NumberedLinesReader, numberLines } from "./numbered-lines-reader.ts";

const CODE = "a\nb\nc";

/** What becomes of an answer that comes in these pieces. */
function read(code: string, pieces: readonly string[], isWhole = true) {
  const reader = new NumberedLinesReader(code);
  const parsed = [...pieces.flatMap((piece) => reader.push(piece)), ...reader.end(isWhole)];
  return { text: parsed.map(({ text }) => text).join(""), fault: reader.fault };
}

test("each line of the code gets its number", () => {
  expect(numberLines("a\n\n\tb  ")).toBe("1 a\n2 \n3 \tb  ");
});

describe("an answer", () => {
  test.each([
    ["", CODE],
    ["2 x", "a\nx\nc"],
    ["2", "a\nc"],
    ["1\n3", "b"],
    ["1 x\n1 y\n3 c\n3 z", "x\ny\nb\nc\nz"],
    ["2 ", "a\n\nc"],
    ["2 x\n", "a\nx\nc"],
  ])("%j turns the code into %j, wherever it is cut", (answer, text) => {
    expect(read(CODE, [answer])).toEqual({ text, fault: null });
    expect(read(CODE, [...answer])).toEqual({ text, fault: null });
  });

  test("for any lines yields the edited code, in any pieces", () => {
    const line = fc.constantFrom("", " ", "x", "12", "3 y", "é漢🙂", "\t<|at|>");
    const edit = fc.array(fc.option(fc.array(line, { maxLength: 3 }), { nil: null }), {
      minLength: 1,
      maxLength: 14,
    });
    fc.assert(
      fc.property(edit, fc.array(fc.nat(6)), (lines, cuts) => {
        const old = lines.map((_, index) => `old ${index}`);
        const answer = lines
          .flatMap((replacing, index) => {
            if (replacing === null) return [];
            return replacing.length === 0
              ? [`${index + 1}`]
              : replacing.map((text) => `${index + 1} ${text}`);
          })
          .join("\n");
        const expected = lines.flatMap((replacing, index) => replacing ?? [old[index] ?? ""]).join("\n");
        const pieces: string[] = [];
        let rest = answer;
        for (const cut of cuts) {
          pieces.push(rest.slice(0, cut));
          rest = rest.slice(cut);
        }
        expect(read(old.join("\n"), [...pieces, rest])).toEqual({ text: expected, fault: null });
      }),
    );
  });

  test("is passed on as soon as it is certain", () => {
    const reader = new NumberedLinesReader(CODE);
    const next = (text: string) =>
      reader
        .push(text)
        .map((part) => part.text)
        .join("");
    expect([next("3"), next(" "), next("x"), next("y\n"), next("3"), next(" z")]).toEqual([
      "",
      "a\nb\n",
      "x",
      "y",
      "",
      "\nz",
    ]);
  });
});

describe("an invalid answer sets a fault, and nothing follows:", () => {
  test.each([
    ["x", "line 1 of it has no line number"],
    ["2 x\n\n3 y", "line 2 of it has no line number"],
    ["02 x", "line 1 of it has no line number"],
    ["4 x", "it changes line 4, but the code has 3"],
    ["9999999 x", "it changes line 9999999, but the code has 3"],
    ["2 x\n1 y", "it changes line 1 after line 2"],
    ["2 x\n2", "it changes line 2 after line 2"],
    ["2\n2 x", "it changes line 2 after line 2"],
  ])("%j", (answer, what) => {
    const message = `the model's answer is not an edit of this code (${what}): rephrase the instruction, or use another model`;
    expect(read(CODE, [answer]).fault).toBe(message);
    expect(read(CODE, [...answer, "\n3 more"]).fault).toBe(message);
    expect(read(CODE, [answer, "\n3 more"]).text).not.toContain("more");
  });
});

test.each([
  ["1 x\n1", "x"],
  ["1 x\n2 y", "x\ny"],
  ["1 x\n3", "x"],
  ["", ""],
])("an answer cut off after %j ends with the text it had given", (answer, text) => {
  expect(read(CODE, [answer], false)).toEqual({ text, fault: null });
});
