import type { EditSetResult } from "@flint/client";
import { expect, onTestFinished, test, vi } from "vitest";
import { printSet } from "./set-report.ts";

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

test("on a terminal every file's name stands out, not as a line that is removed and one that is added", () => {
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
