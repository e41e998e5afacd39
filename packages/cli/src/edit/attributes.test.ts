import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readFileSource } from "./source.ts";
import { writeSource } from "./write.ts";

const folder = mkdtempSync(join(tmpdir(), "flint-attributes-"));
afterAll(() => rmSync(folder, { recursive: true }));

const python = (line: string, ...args: string[]) =>
  execFileSync("python3", ["-c", `import os, sys; ${line}`, ...args], { encoding: "utf8" });

/** Version 2; the owner may read and write, user 12 read, the group read, the mask read, others nothing. */
const ACL = [
  [0x01, 6, -1],
  [0x02, 4, 12],
  [0x04, 4, -1],
  [0x10, 4, -1],
  [0x20, 0, -1],
]
  .map(([tag, rights, id]) => `struct.pack('<HHi', ${tag}, ${rights}, ${id})`)
  .join(" + ");
const SET_ACL = `import struct; os.setxattr(sys.argv[1], 'system.posix_acl_access', struct.pack('<I', 2) + ${ACL})`;

/** Whether the folder's file system has what this is about, and the machine what shows it. */
function canSet(line: string): boolean {
  const probe = join(folder, "probe");
  writeFileSync(probe, "");
  const gnu = spawnSync("cp", ["--version"], { encoding: "utf8" }).stdout?.includes("GNU");
  return Boolean(gnu) && spawnSync("python3", ["-c", `import os, sys; ${line}`, probe]).status === 0;
}

const SET_NOTE = "os.setxattr(sys.argv[1], 'user.note', b'mine')";

test.runIf(canSet(SET_NOTE))("replacing a file keeps its extended attributes", async () => {
  const path = join(folder, "noted.js");
  writeFileSync(path, "old", { mode: 0o640 });
  python(SET_NOTE, path);
  const { file } = await readFileSource(path);
  await writeSource(file, "new", path);
  expect(readFileSync(path, "utf8")).toBe("new");
  expect(statSync(path).mode & 0o777).toBe(0o640);
  expect(python("print(os.getxattr(sys.argv[1], 'user.note').decode())", path)).toBe("mine\n");
});

test.runIf(canSet(SET_ACL))("replacing a file keeps its access control list", async () => {
  const path = join(folder, "shared.js");
  writeFileSync(path, "old", { mode: 0o640 });
  python(SET_ACL, path);
  const aclOf = () => python("print(os.getxattr(sys.argv[1], 'system.posix_acl_access').hex())", path);
  const before = aclOf();
  const { file } = await readFileSource(path);
  await writeSource(file, "new", path);
  expect(readFileSync(path, "utf8")).toBe("new");
  expect(aclOf()).toBe(before);
});

test("a replaced file has the time of the write, not of the old file", async () => {
  const path = join(folder, "dated.js");
  writeFileSync(path, "old");
  execFileSync("touch", ["-d", "2001-01-01", path]);
  const { file } = await readFileSource(path);
  await writeSource(file, "new", path);
  expect(statSync(path).mtime.getFullYear()).toBeGreaterThan(2001);
});
