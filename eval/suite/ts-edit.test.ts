import { availableParallelism } from "node:os";
import { beforeAll, describe, expect, test } from "vitest";
import { sameTree, typeErrors } from "../code/index.ts";
import { Sandbox } from "../sandbox/index.ts";
import { runNodeTests, scopeViolations, type TestVerdict } from "../tests/index.ts";
import { readTsEdit } from "./ts-edit.ts";

const problems = await readTsEdit();
const CATEGORIES = [
  "api-migration",
  "async",
  "bug-fix",
  "error-handling",
  "feature",
  "performance",
  "refactor",
  "rename",
  "types",
];
/** Sets of tests that share a process: what is tested here is trusted. */
const AT_ONCE = 20;
/** Nothing here is endless, and a busy machine must not make a right answer a wrong one. */
const PATIENT = { limits: { wallMs: 240_000, cpuSeconds: 60 }, testMs: 60_000 };

/** Code and type assertions of several problems, for one program: that is much faster than one by one. */
function filesOf(some: typeof problems, which: "before" | "after"): Record<string, string> {
  const files: Record<string, string> = {};
  for (const { id, language, types, ...code } of some) {
    files[`${id}/solution.${language}`] = code[which];
    if (types !== null) files[`${id}/types.ts`] = types;
  }
  return files;
}

/** Problems whose type assertions do not hold for the code as it is. */
const untyped = new Set(
  typeErrors(
    filesOf(
      problems.filter(({ types }) => types !== null),
      "before",
    ),
  )
    .map((error) => error.split(/[/:]/))
    .flatMap(([id = "", file]) => (file === "types.ts" ? [id] : [])),
);

/** By problem: what its tests say of `before` and of `after`. */
const verdicts = new Map<string, { before: TestVerdict; after: TestVerdict }>();

beforeAll(async () => {
  const sandbox = await Sandbox.open();
  const batches = Array.from({ length: Math.ceil(problems.length / AT_ONCE) }, (_, n) =>
    problems.slice(n * AT_ONCE, (n + 1) * AT_ONCE),
  );
  const judge = async (batch: typeof problems) => {
    const sets = batch.flatMap(({ language: dialect, before, after, test }) => [
      { dialect, solution: before, test },
      { dialect, solution: after, test },
    ]);
    const results = await runNodeTests(sets, sandbox, PATIENT);
    for (const [index, { id }] of batch.entries()) {
      const [before, after] = [results[2 * index], results[2 * index + 1]];
      if (before !== undefined && after !== undefined) verdicts.set(id, { before, after });
    }
  };
  await Promise.all(
    Array.from({ length: Math.min(2, availableParallelism()) }, async () => {
      for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) await judge(batch);
    }),
  );
}, 300_000);

test("TS-Edit has 80 problems, several in each category, in TypeScript and JavaScript", () => {
  expect(problems).toHaveLength(80);
  expect([...new Set(problems.map(({ category }) => category))].sort()).toEqual(CATEGORIES);
  for (const category of CATEGORIES)
    expect(problems.filter((one) => one.category === category).length).toBeGreaterThanOrEqual(6);
  const typescript = problems.filter(({ language }) => language.startsWith("ts"));
  expect(typescript.length).toBeGreaterThanOrEqual(48);
  expect(problems.length - typescript.length).toBeGreaterThanOrEqual(24);
});

test("all reference solutions and their type assertions compile", () => {
  const typed = problems.filter(({ language }) => language.startsWith("ts"));
  expect(typeErrors(filesOf(typed, "after"))).toEqual([]);
}, 120_000);

describe.each(problems)("$id", (problem) => {
  const { id, before, after, instructions, language } = problem;

  test("its tests or type assertions fail on the original code", () => {
    expect(verdicts.get(id)?.before.passed === true && !untyped.has(id)).toBe(false);
  });

  test("its tests pass on the reference solution", () => {
    expect(verdicts.get(id)?.after).toEqual({ passed: true, failures: [] });
  });

  test("its tests end on the original code without a timeout or an early exit", () => {
    expect(verdicts.get(id)?.before.failures.join("\n") ?? "").not.toMatch(
      /took too long|ended early|not done after/,
    );
  });

  test("the reference solution stays within the problem's scope", () => {
    const scope = { keep: problem.keep, maxChangedLines: problem.max_changed_lines };
    expect(scopeViolations(before, after, scope, language)).toEqual([]);
    const declared = scopeViolations(before, "", scope, language);
    expect(declared.filter((line) => line.endsWith("was removed"))).toHaveLength(problem.keep.length);
  });

  test("has 10 to 80 lines, and a lazy and a longer precise instruction", () => {
    expect(before.trim().split("\n").length).toBeGreaterThanOrEqual(10);
    expect(before.trim().split("\n").length).toBeLessThanOrEqual(80);
    expect(sameTree(before, after, language)).toBe(false);
    expect(instructions.lazy.length).toBeGreaterThan(8);
    expect(instructions.precise.length).toBeGreaterThan(instructions.lazy.length);
  });
});
