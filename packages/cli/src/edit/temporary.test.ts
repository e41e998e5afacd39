import { spawnSync } from "node:child_process";
import { existsSync, linkSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { startTimeOf } from "../claim/index.ts";
import { readFileSource } from "./source.ts";
import { clearLeftovers, temporaryBeside } from "./temporary.ts";
import { writeSource } from "./write.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "flint-temporary-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  path = join(folder, "a.js");
  writeFileSync(path, "one\n");
});

/** The name that another process would have taken. */
function nameOf(
  kind: "new" | "old" | "lock-0123456789abcdef",
  pid: number,
  begun: string | null,
  machine?: string,
): string {
  const own = temporaryBeside(path, kind);
  const of = basename(own).split("-").slice(-4);
  return join(folder, [`.flint-${kind}`, machine ?? of[0], pid, begun ?? "", of[3]].join("-"));
}

/** The number of a process that is over. */
const gone = () => spawnSync(process.execPath, ["-e", "0"]).pid;

test("a write removes what a killed process has left in the folder", async () => {
  const [left, kept] = [nameOf("new", gone(), "1"), nameOf("old", gone(), "1")];
  writeFileSync(left, "half");
  // Of another file beside it.
  writeFileSync(nameOf("lock-0123456789abcdef", gone(), "1"), "");
  linkSync(path, kept);
  const { file } = await readFileSource(path);
  await writeSource(file, "two\n", path);
  expect(readdirSync(folder)).toEqual(["a.js"]);
});

test("files of living processes, other machines and other programs are kept, and so are old contents", async () => {
  const staying = [
    temporaryBeside(path, "new"),
    nameOf("new", process.ppid, startTimeOf(process.ppid)),
    nameOf("new", gone(), "1", "0000cafe"),
    nameOf("lock-0123456789abcdef", process.ppid, startTimeOf(process.ppid)),
    join(folder, ".flint-notes"),
    join(folder, ".flint-0123456789abcdef"),
    // The only copy of what a file held.
    nameOf("old", gone(), "1"),
  ];
  for (const name of staying) {
    writeFileSync(name, "");
    // How old its content is tells nothing of it.
    utimesSync(name, 0, 0);
  }
  await clearLeftovers(folder);
  expect(staying.filter((name) => !existsSync(name))).toEqual([]);
});

test("a clock jump removes nothing of a living process, but old files of another machine", async () => {
  const own = temporaryBeside(path, "new");
  const [other, foreign] = [
    nameOf("new", process.ppid, startTimeOf(process.ppid)),
    nameOf("new", gone(), "1", "0000cafe"),
  ];
  for (const name of [own, other, foreign]) writeFileSync(name, "");
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 48 * 3_600_000 });
  onTestFinished(() => void vi.useRealTimers());
  await clearLeftovers(folder);
  const known = process.platform === "linux" ? [own, other] : [];
  expect([own, other, foreign].filter((name) => existsSync(name))).toEqual(known);
});

test("clearing a missing folder does nothing", async () => {
  await expect(clearLeftovers(join(folder, "none"))).resolves.toBeUndefined();
});
