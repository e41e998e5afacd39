import { expect, test } from "vitest";
import { languageOf, languageOfCode, languageOfFile } from "./language.ts";

test.each([
  ["ts", "typescript"],
  [".PY", "python"],
  ["TypeScript", "typescript"],
  ["c#", "csharp"],
  ["Zig", "zig"],
])("the language name %s means %s", (name, language) => {
  expect(languageOf(name)).toBe(language);
});

test.each([
  ["src/a.test.tsx", "tsx"],
  ["C:\\code\\main.GO", "go"],
  ["Makefile", "makefile"],
  ["src.js/notes", "notes"],
  ["a.unknown", "unknown"],
  ["app/.env", "env"],
  [".env.local", "local"],
  [".gitignore", "gitignore"],
  ["notes.", "notes."],
])("a file named %s is in the language %s", (path, language) => {
  expect(languageOfFile(path, "A=1\n")).toBe(language);
});

test.each([
  ["#!/usr/bin/env node\nlet a;", "javascript"],
  ["\uFEFF#! /usr/bin/node --test\r\nlet a;", "javascript"],
  ["#!/usr/bin/env -S deno run --allow-net\n", "typescript"],
  ["#!/usr/bin/env -S A=1 bun\n", "typescript"],
  ["#!/usr/local/bin/python3.12 -u\n", "python"],
  ["#!/bin/sh", "bash"],
  ["#!/usr/bin/perl\n", "perl"],
  ["#!\n", null],
  ["#!/\n", null],
  ["\n#!/bin/sh\n", null],
  ["A=1\n", null],
])("a script that begins %j is in the language %s", (code, language) => {
  expect(languageOfCode(code)).toBe(language);
  expect(languageOfFile("bin/run", code)).toBe(language ?? "run");
});

test("the file extension takes precedence over the first line", () => {
  expect(languageOfFile("cli.mts", "#!/usr/bin/env node\n")).toBe("typescript");
});
