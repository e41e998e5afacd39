import { describe, expect, test } from "vitest";
import { Region } from "./region.ts";

const CLASS = "class A {\n\n    one() {\n        return 1;\n\n    }\n\n    two() {}\n}\n";

describe("the text sent to the model", () => {
  test("leaves out blank lines around the code", () => {
    expect(new Region("\n\nlet a;\n\nlet b;\n\n\n").text).toBe("let a;\n\nlet b;");
  });

  test("has only the selected lines, without their shared indentation", () => {
    expect(new Region(CLASS, { start: 2, end: 7 }).text).toBe("one() {\n    return 1;\n\n}");
  });

  test("has neither carriage returns nor a byte order mark", () => {
    expect(new Region("\uFEFFlet a;\r\nlet b;\r\n").text).toBe("let a;\nlet b;");
  });

  test("keeps the tabs within the code", () => {
    expect(new Region("\tif (a) {\n\t\tb();\n\t}\n").text).toBe("if (a) {\n\tb();\n}");
  });

  test("is empty when the selection is blank", () => {
    expect(new Region("a\n\n\nb\n", { start: 2, end: 3 }).lines).toEqual([]);
  });
});

test("a change is mapped back to the file's line numbers and indentation", () => {
  const region = new Region(CLASS, { start: 3, end: 6 });
  const change = { oldStart: 1, oldCount: 2, newStart: 1, newLines: ["    return 2;", ""] };
  expect(region.toHunk(change)).toEqual({
    kind: "replace",
    oldStart: 4,
    oldLines: ["        return 1;", ""],
    newStart: 4,
    newLines: ["        return 2;", ""],
  });
});

test.each([
  [{ start: 0, end: 1 }],
  [{ start: 3, end: 2 }],
  [{ start: 1, end: 10 }],
  [{ start: 1.5, end: 2 }],
  [{ start: Number.NaN, end: 2 }],
])("selection %j is refused, and the message names the valid lines", (selection) => {
  expect(() => new Region(CLASS, selection)).toThrow(
    expect.objectContaining({ code: "invalid_argument", message: expect.stringContaining("from 1 to 9") }),
  );
});

test("a selection in empty code is refused with that reason", () => {
  expect(() => new Region("", { start: 1, end: 1 })).toThrow(
    expect.objectContaining({
      code: "invalid_argument",
      message: "the code is empty, so it has no lines 1 to 1: leave selection out",
    }),
  );
});

test("a selection without numbers is refused with what it must contain", () => {
  const selection = JSON.parse('{ "start": "1", "end": "2" }');
  expect(() => new Region(CLASS, selection)).toThrow(/the numbers of the first and of the last line/);
});
