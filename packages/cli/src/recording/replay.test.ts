import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { recordingLine, type TimedEvent } from "@flint/client";
import { expect, onTestFinished, test, vi } from "vitest";
import { replayCommand } from "./replay.ts";

async function lastScreenOf(...events: readonly TimedEvent[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "flint-replay-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, "demo.jsonl");
  const header = { flint: "recording", version: 1, began: new Date(0).toISOString() } as const;
  await writeFile(path, [header, ...events].map(recordingLine).join(""));
  let shown = "";
  const write = vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    shown += String(text);
    return true;
  });
  try {
    await replayCommand(path, { speed: 1 });
  } finally {
    write.mockRestore();
  }
  return shown;
}

test("a recording that ends during an edit does not show the edit as running", async () => {
  const shown = await lastScreenOf(
    { t: 0, type: "opened", path: "a.txt", code: "one\n", language: null },
    { t: 1, type: "asked", edit: "e1", instruction: "go", selection: null, from: null, beside: null },
    { t: 2, type: "text", edit: "e1", text: "two\n" },
  );
  expect(shown).toContain("the program ended while this edit ran");
  expect(shown).not.toContain("Esc stop");
});
