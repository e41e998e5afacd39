import type { EditSetResult, FileEdit } from "@flint/client";
import { expect, onTestFinished, test, vi } from "vitest";
import { printSet } from "./set-report.ts";
import type { FileSource } from "./source.ts";

const FILE = {
  unchanged: false,
  status: "completed",
  declined: null,
  anchors: null,
  checks: [],
  model: "nano",
  verification: { parses: true, scope: [], doubtful: false, confidence: null },
  timings: { first_token_ms: null, total_ms: 1, output_tokens: 0, tokens_per_second: null, server: null },
};

function setOf(...paths: string[]): EditSetResult {
  const diff = "--- original\n+++ edited\n@@ -1,1 +1,1 @@\n-a\n+b\n";
  const files = paths.map((path) => ({ ...FILE, path, diff }));
  return { files, diff, unchanged: false, checks: [], status: "completed" } as unknown as EditSetResult;
}

test("the file names in a coloured diff are bold, not coloured like removed and added lines", () => {
  const { isTTY } = process.stdout;
  process.stdout.isTTY = true;
  vi.stubEnv("NO_COLOR", "");
  vi.stubEnv("FORCE_COLOR", "1");
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  onTestFinished(() => {
    write.mockRestore();
    vi.unstubAllEnvs();
    process.stdout.isTTY = isTTY;
  });
  printSet([], setOf("a.js", "b.js"), false);
  const printed = write.mock.calls.map(([text]) => text).join("");
  for (const name of ["--- a/a.js", "+++ b/a.js", "--- a/b.js", "+++ b/b.js"])
    expect(printed).toContain(`\x1b[1m${name}\x1b[22m\n`);
});

test("every line about a file names it once", () => {
  const aside = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const diff = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  onTestFinished(() => {
    aside.mockRestore();
    diff.mockRestore();
  });
  const { files, ...set } = setOf("a.js", "b.js", "c.js");
  const source = (links: number) => ({ file: { links } }) as unknown as FileSource;
  const [first, second, third] = files as [FileEdit, FileEdit, FileEdit];
  printSet(
    [source(1), source(1), source(2)],
    { ...set, files: [{ ...first, unchanged: true }, second, third] },
    true,
  );
  const told = aside.mock.calls.flatMap(([text]) => String(text).trimEnd().split("\n"));
  expect(told.filter((line) => (line.match(/[abc]\.js/g) ?? []).length !== 1)).toEqual([]);
  expect(told).toContainEqual(expect.stringContaining("a.js: the model proposes no change to it; "));
  expect(told).toContainEqual(expect.stringContaining("b.js: written"));
  expect(told).toContainEqual(expect.stringContaining("c.js: it was written; its hard link keeps the old"));
});
