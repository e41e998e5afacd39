import { describe, expect, it } from "vitest";
import { Choices } from "../../choices/index.ts";
import { phrase } from "../../phrasing/index.ts";
import { parses } from "../../syntax/index.ts";
import { withMore } from "../../wordings/index.ts";
import { editOf, familyOf, sampleOf } from "../edit-of.fixture.ts";
import * as boundaries from "./index.ts";

const LOOP = "function f(rows) {\n  for (let i = 0; i < rows.length; i++) {\n    log(rows[i]);\n  }\n}";

it("missing-last and missing-first skip the last or first element in the code to fix", () => {
  expect(editOf("missing-last", LOOP)?.before).toBe(LOOP.replace("rows.length", "rows.length - 1"));
  expect(editOf("missing-first", LOOP)?.before).toBe(LOOP.replace("i = 0", "i = 1"));
  expect(editOf("missing-last", LOOP)?.slots).toEqual({ list: "rows", words: "rows", wordsOne: "row" });
});

it.each([
  LOOP.replace("rows[i]", "rows[i], rows[i + 1]"),
  LOOP.replace("i++", "i += 2"),
  LOOP.replace("log(rows[i])", "log(i)"),
])("missing-last leaves loops alone that may end early on purpose: %s", (code) => {
  expect(editOf("missing-last", code)).toBeUndefined();
});

it("set-number names a number by the words of its name", () => {
  const code = "const o = { maxRetries: 3 };";
  const edit = editOf("set-number", code);
  expect(edit?.slots).toMatchObject({ words: "max retries", old: "3" });
  expect(edit?.after).toBe(code.replace("3", edit?.slots["new"] ?? ""));
});

it.each(["const id = 3;", "const STATUS_OK = 2;", "const o = { size: 3, maxSize: 3 };"])(
  "set-number leaves numbers alone that are not amounts or have an ambiguous name: %s",
  (code) => {
    for (let seed = 1; seed < 9; seed++) {
      const edit = editOf("set-number", code, seed);
      expect(edit?.slots["words"] ?? "").not.toMatch(/^(id|status ok|size)$/);
    }
  },
);

describe("made-up code", () => {
  const families = Object.values(boundaries).filter((one) => "isComposed" in one);

  it.each(families.map(({ name }) => [name] as const))(
    "of %s parses, is changed by the edit and can be worded",
    (name) => {
      const family = familyOf(name);
      for (let seed = 1; seed <= 150; seed++) {
        const edit = family.apply(sampleOf("f();"), new Choices(seed));
        if (edit?.before === undefined) throw new Error(`${name} made nothing`);
        expect(parses(edit.before, "ts"), edit.before).toBe(true);
        expect(parses(edit.after, "ts"), edit.after).toBe(true);
        expect(edit.after).not.toBe(edit.before);
        const wording = phrase(withMore(name, family.phrasings), edit.slots, "seen", new Choices(seed));
        expect(wording).not.toMatch(/#(?!C0FFEE|FFAA00|News)/);
      }
    },
  );
});
