import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { ResultFolder } from "./results.ts";

test("an evaluation that is cut short leaves no results of the one before beside its own attempts", () => {
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
