import { appendFile, chmod, chown, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openAuditLog } from "./audit-log.ts";

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "flint-audit-"));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

test("entries are appended one per line to a file that only its owner can read", async () => {
  const path = join(await folder(), "deep", "audit.jsonl");
  const now = () => new Date("2026-02-03T04:05:06Z");
  for (const name of ["one", "two"]) {
    const log = openAuditLog(path, now);
    log.append("key.created", { name });
    log.close();
  }
  const lines = (await readFile(path, "utf8"))
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines).toEqual(
    ["one", "two"].map((name) => ({
      time: "2026-02-03T04:05:06.000Z",
      act: "key.created",
      by: { user: expect.any(String), pid: process.pid },
      name,
    })),
  );
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test("a line cut short by a full disk damages no other line", async () => {
  const path = join(await folder(), "audit.jsonl");
  const log = openAuditLog(path);
  log.append("key.created", { name: "before" });
  await appendFile(path, '{"time":"2026-0');
  log.append("key.revoked", { name: "after" });
  log.close();
  const lines = (await readFile(path, "utf8")).trimEnd().split("\n");
  expect(lines.map((line) => line.replace(/.*"name"/, ""))).toEqual([
    ':"before"}',
    '{"time":"2026-0',
    ':"after"}',
  ]);
});

test.skipIf(process.getuid?.() !== 0)(
  "a log that root creates belongs to the owner of its folder",
  async () => {
    const at = await folder();
    await chown(at, 54_321, 54_322);
    const path = join(at, "audit.jsonl");
    openAuditLog(path).close();
    expect(await stat(path)).toMatchObject({ uid: 54_321, gid: 54_322 });
  },
);

test("a log that others can read is made private, and one that cannot be written is reported", async () => {
  const at = await folder();
  const path = join(at, "audit.jsonl");
  await writeFile(path, "");
  await chmod(path, 0o666);
  openAuditLog(path).close();
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(() => openAuditLog(join(path, "under-a-file"))).toThrow(/cannot be written \(\w+\).*--audit/);
});
