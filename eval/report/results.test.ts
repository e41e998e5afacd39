import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { ResultFolder } from "./results.ts";

test("opening a result folder deletes an earlier evaluation's results but keeps other files", () => {
  const path = mkdtempSync(join(tmpdir(), "flint-results-"));
  onTestFinished(() => rmSync(path, { recursive: true }));
  for (const name of ["results.json", "attempts.jsonl", "plot.svg", "notes.txt"])
    writeFileSync(join(path, name), "old");
  const folder = new ResultFolder(path);
  expect(readFileSync(folder.file("attempts.jsonl"), "utf8")).toBe("");
  expect(["results.json", "plot.svg", "notes.txt"].filter((name) => existsSync(folder.file(name)))).toEqual([
    "notes.txt",
  ]);
});
