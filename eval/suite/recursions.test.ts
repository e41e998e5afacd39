import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { Sandbox } from "../sandbox/index.ts";
import { runNodeTests } from "../tests/index.ts";
import { readTsEdit } from "./ts-edit.ts";

test("the tests of the recursion problems fail on the recursions and pass on the reference loops", async () => {
  const problems = await readTsEdit(
    fileURLToPath(new URL("../../models/nano/eval/recursions", import.meta.url)),
  );
  expect(problems.length).toBeGreaterThan(20);
  const sets = problems.flatMap(({ language: dialect, before, after, test }) => [
    { dialect, solution: before, test },
    { dialect, solution: after, test },
  ]);
  const patient = { limits: { wallMs: 240_000, cpuSeconds: 60 }, testMs: 60_000 };
  const verdicts = await runNodeTests(sets, await Sandbox.open(), patient);
  for (const [index, { id }] of problems.entries()) {
    expect(verdicts[2 * index]?.passed, `${id} before`).toBe(false);
    expect(verdicts[2 * index + 1]?.failures, `${id} after`).toEqual([]);
  }
}, 300_000);
