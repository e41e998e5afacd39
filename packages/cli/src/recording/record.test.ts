import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Sessions } from "../history/index.ts";
import { recordCommand } from "./record.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "flint-record-"));
  vi.stubEnv("FLINT_HOME", folder);
  vi.stubEnv("TERM", "dumb");
});
afterEach(() => rm(folder, { recursive: true }));

test.each([
  ["a path that is none", ["none.js"], {}, "file_missing"],
  ["no terminal", [], {}, "no_terminal"],
  ["no session before", [], { last: true }, "no_session"],
])("a recording that cannot begin leaves no file: %s", async (_, paths, flags, code) => {
  const file = join(folder, "demo.jsonl");
  const inside = paths.length === 0 ? [folder] : paths.map((path) => join(folder, path));
  await expect(recordCommand(file, inside, flags)).rejects.toMatchObject({ code });
  expect(existsSync(file)).toBe(false);
});

test("a recording to a file that exists is refused", async () => {
  const file = join(folder, "demo.jsonl");
  await writeFile(file, "mine\n");
  await expect(recordCommand(file, [folder], {})).rejects.toMatchObject({ code: "file_exists" });
  expect(await readFile(file, "utf8")).toBe("mine\n");
});

test("--last records the latest session, not an older one that was cut off", async () => {
  const sessions = new Sessions(join(folder, "sessions"));
  for (const [path, day] of [
    ["cut-off.js", "2026-01-01"],
    ["left.js", "2026-01-02"],
  ] as const) {
    const { journal, release } = sessions.begin("/", () => {}, new Date(day));
    journal.append({ t: 0, type: "opened", path, code: "x\n", language: null });
    if (path === "left.js") journal.append({ t: 1, type: "quit" });
    journal.close();
    release();
  }
  await recordCommand(join(folder, "demo.jsonl"), [], { last: true });
  expect(await readFile(join(folder, "demo.jsonl"), "utf8")).toContain("left.js");
});
