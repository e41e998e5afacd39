import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { replaceFile } from "./replace.ts";

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "flint-replace-"));
  onTestFinished(() => rmSync(made, { recursive: true }));
  writeFileSync(join(made, "new"), "new");
  writeFileSync(join(made, "old"), "old");
  return made;
}

/** A rename that fails so many times before it is done. */
function renaming(platform: NodeJS.Platform, code: string, times: number) {
  let tries = 0;
  const rename = (from: string, to: string) => {
    if (++tries <= times) throw Object.assign(new Error(code), { code, syscall: "rename" });
    renameSync(from, to);
  };
  return { platform, rename, tries: () => tries };
}

test.each(["EPERM", "EACCES", "EBUSY"])(
  "on Windows a file that is open elsewhere is waited for: %s",
  (code) => {
    const at = folder();
    const held = renaming("win32", code, 3);
    replaceFile(join(at, "new"), join(at, "old"), held);
    expect(readFileSync(join(at, "old"), "utf8")).toBe("new");
    expect(readdirSync(at)).toEqual(["old"]);
  },
);

test("on Windows a file that stays open fails in the end", () => {
  const at = folder();
  const held = renaming("win32", "EPERM", Number.POSITIVE_INFINITY);
  expect(() => replaceFile(join(at, "new"), join(at, "old"), held)).toThrow("EPERM");
  expect(readFileSync(join(at, "old"), "utf8")).toBe("old");
});

test.each([
  ["linux", "EPERM"],
  ["darwin", "EBUSY"],
  ["win32", "ENOENT"],
] as const)("what waiting does not mend fails at once: %s %s", (platform, code) => {
  const at = folder();
  const refused = renaming(platform, code, 1);
  expect(() => replaceFile(join(at, "new"), join(at, "old"), refused)).toThrow(code);
  expect(refused.tries()).toBe(1);
});
