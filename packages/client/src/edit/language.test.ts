import { expect, test } from "vitest";
import { languageOf, languageOfPath } from "./language.ts";

test.each([
  ["ts", "typescript"],
  [".PY", "python"],
  ["TypeScript", "typescript"],
  ["c#", "csharp"],
  ["Zig", "zig"],
])("%s is %s", (name, language) => {
  expect(languageOf(name)).toBe(language);
});

test.each([
  ["src/a.test.tsx", "tsx"],
  ["C:\\code\\main.GO", "go"],
  ["Makefile", null],
  ["src.js/notes", null],
  ["a.unknown", null],
])("a file %s holds %s", (path, language) => {
  expect(languageOfPath(path)).toBe(language);
});
