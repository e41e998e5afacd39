import { posix, win32 } from "node:path";
import { expect, test } from "vitest";
import { innerPath } from "./project-copy.ts";

test.each([
  ["C:\\code", "\\\\?\\C:\\code", ""],
  ["C:\\code", "\\\\?\\C:\\code\\node_modules", "node_modules"],
  ["\\\\?\\C:\\code", "C:\\code\\src\\a.ts", "src\\a.ts"],
  ["\\\\server\\share\\code", "\\\\?\\UNC\\server\\share\\code\\src", "src"],
])("in the folder %s, Windows' %s is %j", (folder, path, inner) => {
  expect(innerPath(folder, path, win32)).toBe(inner);
});

test("elsewhere a path is what it says", () => {
  expect(innerPath("/code", "/code/src/a.ts", posix)).toBe("src/a.ts");
});
