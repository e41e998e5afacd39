import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { Sandbox } from "../sandbox/index.ts";
import { limitProblems, loadSuite } from "./index.ts";

// Each test starts processes of its own, which a busy machine makes wait.
vi.setConfig({ testTimeout: 60_000 });

let folder: string;
let sandbox: Sandbox;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "flint-suites-"));
  sandbox = await Sandbox.open();
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, ...rows: object[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  return path;
}

async function only(option: string) {
  const { problems } = await loadSuite(option);
  expect(problems).toHaveLength(1);
  return problems[0] as (typeof problems)[number];
}

describe("edit pairs", () => {
  const pair = {
    instruction: "use const",
    before: "var a",
    after: "const a",
    family: "var",
    phrasing: "known",
  };

  test("are loaded from a JSONL file, by suite name or by path alone", async () => {
    const path = await file("pairs.jsonl", pair);
    for (const option of [path, `nano=${path}`]) {
      expect(await only(option)).toMatchObject({
        id: "1",
        family: "var",
        language: "typescript",
        before: "var a",
        after: "const a",
        declines: false,
        instructions: [{ phrasing: "known", text: "use const" }],
      });
    }
  });

  test("mark an edit that must be declined with <|unsure|>", async () => {
    const path = await file("unsure.jsonl", { ...pair, after: "<|unsure|>" });
    expect(await only(path)).toMatchObject({ after: null, declines: true });
  });

  test("may have a list of alternative answers", async () => {
    const path = await file("several.jsonl", { ...pair, alternatives: ["const a;"] });
    expect(await only(path)).toMatchObject({ after: "const a", alternatives: ["const a;"] });
    await expect(loadSuite(await file("none.jsonl", { ...pair, alternatives: "const a" }))).rejects.toThrow(
      '"alternatives" must be a list of strings',
    );
  });

  test("are rejected with the file and line of what is wrong", async () => {
    const path = await file("wrong.jsonl", pair, { ...pair, before: 5 });
    await expect(loadSuite(path)).rejects.toThrow(`${path}, line 2: "before" must be a string`);
    await writeFile(path, "{}\n{");
    await expect(loadSuite(path)).rejects.toThrow(`${path}, line 2: invalid JSON`);
    await writeFile(path, "\n");
    await expect(loadSuite(path)).rejects.toThrow("contains no problems");
    await writeFile(path, "PAR1…");
    await expect(loadSuite(path)).rejects.toThrow("parquet");
  });
});

test("a suite or path that does not exist is rejected with the available choices", async () => {
  await expect(loadSuite("nonsense")).rejects.toThrow("ts-edit, nano, canitedit, humanevalfix");
  await expect(loadSuite("canitedit")).rejects.toThrow("--suite canitedit=PATH");
  await expect(loadSuite("ts-edit=/nowhere")).rejects.toThrow("/nowhere cannot be read");
});

test("CanItEdit rows become problems whose tests run", async () => {
  const path = await file("canitedit.jsonl", {
    id: 1,
    full_name: "1_add",
    before: "def add(a, b):\n    return a - b\n",
    after: "def add(a, b):\n    return a + b\n",
    tests: "### START TESTS ###\nassert add(1, 2) == 3\n",
    instruction_descriptive: "Make `add` add.",
    instruction_lazy: "fix add",
    taxonomy: { change_kind: "corrective", libraries: [], topic: "Math" },
  });
  const problem = await only(`canitedit=${path}`);
  expect(problem).toMatchObject({
    id: "1_add",
    family: "corrective",
    language: "python",
    instructions: [
      { phrasing: "descriptive", text: "Make `add` add." },
      { phrasing: "lazy", text: "fix add" },
    ],
  });
  expect(await problem.test?.(problem.after ?? "", sandbox)).toEqual({ passed: true, failures: [] });
  expect(await problem.test?.(problem.before, sandbox)).toMatchObject({ passed: false });
});

test.each([
  {
    task_id: "Python/0",
    prompt: 'def double(n: int) -> int:\n    """ Twice n. """\n',
    buggy_solution: "    return n\n",
    canonical_solution: "    return 2 * n\n",
    test: "def check(double):\n    assert double(2) == 4\n\ncheck(double)",
    language: "python",
  },
  {
    task_id: "JavaScript/0",
    prompt: "/* Twice n. */\nconst double = (n) => {\n",
    buggy_solution: "  return n;\n}\n",
    canonical_solution: "  return 2 * n;\n}\n",
    test: "const testDouble = () => {\n  console.assert(double(2) === 4)\n}\n\ntestDouble()\n",
    language: "javascript",
  },
])("HumanEvalFix rows become problems whose tests run: $task_id", async ({ language, ...row }) => {
  const path = await file(`${language}.jsonl`, {
    ...row,
    entry_point: "double",
    bug_type: "missing logic",
    test_setup: "",
  });
  const problem = await only(`humanevalfix=${path}`);
  expect(problem).toMatchObject({
    id: row.task_id,
    family: "missing logic",
    language,
    instructions: [{ phrasing: "fix", text: "Fix bugs in double." }],
  });
  expect(await problem.test?.(problem.after ?? "", sandbox)).toEqual({ passed: true, failures: [] });
  expect(await problem.test?.(problem.before, sandbox)).toMatchObject({ passed: false });
});

test("HumanEvalFix in a language that the sandbox cannot run is rejected", async () => {
  const path = await file("rust.jsonl", { task_id: "Rust/0" });
  await expect(loadSuite(`humanevalfix=${path}`)).rejects.toThrow("Python and JavaScript");
});

test("a solution cannot suppress type errors with @ts- comments", async () => {
  const { problems } = await loadSuite("ts-edit");
  const typed = problems.find(({ id }) => id === "generic-pluck");
  const wrong = `${typed?.after}\nexport const text: string = 1;\n`;
  for (const comment of ["// @ts-nocheck", "/* @ts-nocheck */"]) {
    const verdict = await typed?.test?.(`${comment}\n${wrong}`, sandbox);
    expect(verdict).toEqual({ passed: false, failures: [expect.stringContaining("not assignable")] });
  }
  const ignored = wrong.replace("export const text", "// @ts-ignore\nexport const text");
  expect(await typed?.test?.(ignored, sandbox)).toMatchObject({ passed: false });
});

test("a limit selects problems evenly spread over the suite", async () => {
  const { problems } = await loadSuite("ts-edit");
  expect(problems).toHaveLength(80);
  expect(limitProblems(problems, 4).map(({ id }) => id)).toEqual([0, 20, 40, 60].map((n) => problems[n]?.id));
  expect(limitProblems(problems, null)).toBe(problems);
  expect(limitProblems(problems, 500)).toBe(problems);
});
