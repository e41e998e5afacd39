import { posix, win32 } from "node:path";
import { expect, test } from "vitest";
import { holds } from "./project.ts";

test.each([
  ["/home/ann", "/home/ann", true],
  ["/home/ann", "/home/ann/code/a.ts", true],
  ["/", "/home", true],
  ["/home/ann", "/home/anna", false],
  ["/home/ann", "/home", false],
  ["/home/ann", "/home/ann/..code", true],
])("%s holds %s: %s", (folder, path, expected) => {
  expect(holds(folder, path, posix)).toBe(expected);
});

test.each([
  ["C:\\Users\\ann", "C:\\Users\\ann\\code\\a.ts", true],
  ["c:\\users\\ann", "C:\\Users\\Ann\\code", true],
  ["C:\\", "C:\\Users", true],
  ["C:\\Users\\ann", "C:\\Users\\anna", false],
  ["C:\\Users\\ann", "D:\\Users\\ann\\code", false],
  ["\\\\server\\share", "\\\\server\\share\\code", true],
  ["\\\\server\\share", "C:\\code", false],
])("on Windows, %s holds %s: %s", (folder, path, expected) => {
  expect(holds(folder, path, win32)).toBe(expected);
});
