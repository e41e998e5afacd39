import { expect, it } from "vitest";
import { editOf, familyOf } from "../edit-of.fixture.ts";

/** [family, before, after], `{…}` being slots. */
const EDITS: readonly (readonly [string, string, string])[] = [
  [
    "error-cause",
    "function f() {\n  try {\n    g();\n  } catch (e) {\n    throw new Error('no');\n  }\n}",
    "function f() {\n  try {\n    g();\n  } catch (e) {\n    throw new Error('no', { cause: e });\n  }\n}",
  ],
];

it.each(EDITS.map(([name, before, after]) => ({ name, before, after })))(
  "$name edits as stated: $before",
  ({ name, before, after }) => {
    expect(editOf(name, before)?.after).toBe(after);
  },
);

/** Code in which a family must not find its occasion. */
const REFUSALS: readonly (readonly [string, string, string])[] = [
  [
    "error-cause",
    "the cause is already passed",
    "try {\n  g();\n} catch (e) {\n  throw new Error('no', { cause: e });\n}",
  ],
  ["error-cause", "the catch clause names no error", "try {\n  g();\n} catch {\n  throw new Error('no');\n}"],
  ["throw-in-words", "the function has no parameters", "function f() {\n  g();\n}"],
  ["return-in-words", "the body has no braces", "const f = (a) => g(a);"],
];

it.each(REFUSALS.map(([name, where, code]) => ({ name, where, code })))(
  "$name leaves code alone where $where",
  ({ name, code }) => {
    expect(editOf(name, code)).toBeUndefined();
  },
);

it.each(["throw-in-words", "return-in-words"])("%s puts a guard at the top", (name) => {
  for (let seed = 1; seed < 30; seed++) {
    const edit = editOf(name, "function f(count) {\n  g(count);\n}", seed);
    expect(edit?.after).toMatch(
      /^function f\(count\) \{\n {2}if \(.*count.*\) \{\n {4}(throw new \w+\(".*"\)|return .*);\n {2}\}\n {2}g\(count\);\n\}$/,
    );
  }
});

it("never-send removes the named field from made-up code", () => {
  for (let seed = 1; seed < 40; seed++) {
    const edit = editOf("never-send", "f();", seed);
    const field = edit?.slots["field"] ?? "";
    expect(edit?.before).toContain(field);
    expect(edit?.after).not.toMatch(new RegExp(`\\b${field}\\b`));
    expect(familyOf("never-send").phrasings.seen.length).toBeGreaterThan(5);
  }
});

it.each([
  ["answer-too", "found"],
  ["state-decides", "flag"],
  ["owner-too", "flag"],
  ["copy-options", "given"],
])("%s uses a name that the code has and keeps its other uses", (name, slot) => {
  for (let seed = 1; seed < 40; seed++) {
    const edit = editOf(name, "f();", seed);
    const word = new RegExp(`\\b${edit?.slots[slot]}\\b`, "g");
    expect(edit?.before).toMatch(word);
    expect(edit?.after.match(word)?.length).toBeGreaterThanOrEqual(edit?.before?.match(word)?.length ?? 9);
    expect(edit?.after).not.toBe(edit?.before);
  }
});

it("cron-days keeps the time of day of a cron expression", () => {
  for (let seed = 1; seed < 40; seed++) {
    const edit = editOf("cron-days", "f();", seed);
    const time = /(\d+ \d+ \* \*) /;
    expect(time.exec(edit?.after ?? "")?.[1]).toBe(time.exec(edit?.before ?? "")?.[1]);
  }
});
