import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { evalFile } from "./home.ts";
import { program } from "./program.ts";
import type { Results } from "./report/index.ts";

// Each test starts processes of its own, which a busy machine makes wait.
vi.setConfig({ testTimeout: 60_000 });

const PROBLEM = "version-compare-numeric";
const BEFORE = "var total = 1;\nvar count = 2;";
const GUESS = "let total = 1;";
/** By what is asked for: what the scripted model answers. */
const ANSWERS = {
  "make it right": "const total = 1;\nconst count = 2;",
  "lay it out otherwise": "const total = 1\nconst count = 2\n",
  "make it wrong": "let total = 1;\nlet count = 2;\nlet more = 3;",
  "break it": "const total = ;\nconst count = 2;",
  "do nothing": BEFORE,
  "what is beyond you": "<|unsure|>",
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "flint-eval-"));
  const after = await readFile(evalFile("ts-edit/problems", PROBLEM, "after.ts"), "utf8");
  const answers = {
    ...ANSWERS,
    "compares the parts as text": after,
    "sorts before 1.9.0": "export const nothing = 1;",
  };
  const turns = Object.entries(answers).map(([contains, answer]) => ({
    when: { contains },
    steps: [{ text: `\`\`\`\n${answer}\n\`\`\`` }],
  }));
  const guess = {
    when: { contains: "guess it" },
    confidence: 0.25,
    steps: [{ text: `\`\`\`\n${GUESS}\n\`\`\`` }],
  };
  const failing = { steps: [{ error: { code: "upstream_failed", message: "the scripted failure" } }] };
  await writeFile(join(folder, "scenario.json"), JSON.stringify({ turns: [...turns, guess, failing] }));
  const pairs = Object.keys(ANSWERS).map((instruction) => ({
    instruction,
    before: BEFORE,
    after: instruction.includes("beyond") ? "<|unsure|>" : ANSWERS["make it right"],
    family: "var",
    phrasing: "known",
    language: "javascript",
  }));
  pairs.push({ ...(pairs[0] as (typeof pairs)[number]), instruction: "fail" });
  await writeFile(join(folder, "pairs.jsonl"), pairs.map((pair) => JSON.stringify(pair)).join("\n"));
  await cp(evalFile("ts-edit/problems", PROBLEM), join(folder, "problems", PROBLEM), { recursive: true });
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs the program; `watch` sees what it writes to stderr. */
async function run(args: readonly string[], watch: (controller: AbortController) => void = () => {}) {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const controller = new AbortController();
  let told = "";
  stderr.on("data", (chunk) => {
    told += chunk;
    watch(controller);
  });
  const exitCode = await program(args, {
    env: {},
    stdout,
    stderr,
    resultsFolder: join(folder, "results"),
    signal: controller.signal,
  });
  stdout.end();
  return { exitCode, stdout: await text(stdout), stderr: told };
}

const scripted = () => ["--engine", "script", "--scenario", join(folder, "scenario.json")];

test("an answer with low confidence counts as flagged, whether right or wrong", async () => {
  const pair = { before: BEFORE, family: "var", language: "javascript", kind: "edit" };
  const pairs = [
    { ...pair, instruction: "guess it", after: GUESS },
    { ...pair, instruction: "guess it", after: "let x;" },
  ];
  const path = join(folder, "guesses.jsonl");
  await writeFile(path, pairs.map((one) => JSON.stringify(one)).join("\n"));
  const { stdout } = await run([...scripted(), "--suite", path, "--json", "--out", join(folder, "guesses")]);
  const { attempts, total }: Results = JSON.parse(stdout);
  expect(attempts).toMatchObject([
    { solved: true, flagged: true, confidence: 0.25 },
    { solved: false, flagged: true, confidence: 0.25 },
  ]);
  expect(total).toMatchObject({ right_flagged: 1, wrong_flagged: 1 });
});

test("changing code that had to stay the same is a silent corruption, unless the result does not parse", async () => {
  const [instruction, broken, idle] = ["make it wrong", "break it", "do nothing"];
  const pair = { before: BEFORE, family: "var", language: "javascript" };
  const pairs = [
    { ...pair, instruction, after: "<|unsure|>", kind: "out of scope" },
    { ...pair, instruction, after: BEFORE, kind: "nothing to do" },
    { ...pair, instruction: broken, after: "<|unsure|>", kind: "out of scope" },
    { ...pair, instruction: idle, after: BEFORE, kind: "nothing to do" },
    { ...pair, instruction, after: "let x;", kind: "edit" },
  ];
  const path = join(folder, "stays.jsonl");
  await writeFile(path, pairs.map((one) => JSON.stringify(one)).join("\n"));
  const { stdout } = await run([...scripted(), "--suite", path, "--json", "--out", join(folder, "stays")]);
  const results: Results = JSON.parse(stdout);
  expect(results.attempts.map(({ silent_corruption }) => silent_corruption)).toEqual([
    true,
    true,
    false,
    false,
    null,
  ]);
  expect(results.total.silent_corruption).toBe(2 / 4);
  expect(Object.keys(results.by_family)).toEqual(["nothing to do", "out of scope", "var"]);
});

test("edit pairs are scored by every measure, printed as JSON and written to files", async () => {
  const out = join(folder, "out");
  const args = [...scripted(), "--suite", join(folder, "pairs.jsonl"), "--json", "--out", out];
  const { exitCode, stdout } = await run(args);
  expect(exitCode).toBe(0);
  const results: Results = JSON.parse(stdout);
  expect(results).toMatchObject({ suite: "pairs.jsonl", model: "script", problems: 7, complete: true });
  expect(
    results.attempts.map(({ outcome, exact, same_tree, parses, solved, excess_lines, unchanged }) => [
      outcome,
      exact,
      same_tree,
      parses,
      solved,
      excess_lines,
      unchanged,
    ]),
  ).toEqual([
    ["answered", true, true, true, true, 0, false],
    ["answered", false, true, true, true, 2, false],
    ["answered", false, false, true, false, 3, false],
    ["answered", false, false, false, false, 1, false],
    ["answered", false, false, true, false, 0, true],
    ["unsure", null, null, null, true, null, null],
    ["failed", false, false, null, false, null, null],
  ]);
  expect(results.total).toMatchObject({
    attempts: 7,
    solved: 3 / 7,
    exact: 1 / 6,
    same_tree: 2 / 6,
    parses: 4 / 5,
    unsure: 1 / 7,
    wrong_flagged: 1 / 2,
    right_flagged: 0,
    silent_corruption: 0,
    failed: 1 / 7,
    tests: null,
    out_of_scope: null,
    unchanged: 1 / 5,
    excess_lines: 1,
    excess_lines_of_solved: 1,
  });
  expect(results.total.seconds).toBeGreaterThan(0);
  expect(results.attempts.at(-1)?.error).toContain("the scripted failure");
  expect(JSON.parse(await readFile(join(out, "results.json"), "utf8"))).toEqual(results);
  const lines = (await readFile(join(out, "attempts.jsonl"), "utf8")).trim().split("\n");
  expect(lines.map((line) => JSON.parse(line))).toEqual(results.attempts);
  const plot = await readFile(join(out, "plot.svg"), "utf8");
  expect(plot).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  expect(plot).toContain("exact");
});

test("problems with hidden tests are reported as a table, by phrasing and family", async () => {
  const { exitCode, stdout, stderr } = await run([...scripted(), "--suite", join(folder, "problems")]);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^script on problems \(sandbox: \w+\)/);
  expect(stdout).toMatch(/^all +2 +50\.0 % +50\.0 % +50\.0 %/m);
  expect(stdout).toMatch(/^precise +1 +100\.0 %/m);
  expect(stdout).toMatch(/^lazy +1 +0\.0 %/m);
  expect(stdout).toMatch(/^bug-fix +2 /m);
  expect(stderr).toContain("2/2, 1 solved");
  const only = await run([
    ...scripted(),
    "--suite",
    join(folder, "problems"),
    "--phrasing",
    "lazy",
    "--json",
  ]);
  const results: Results = JSON.parse(only.stdout);
  expect(results.total).toMatchObject({ attempts: 1, tests: 0, out_of_scope: 1 });
});

test("an interrupted evaluation reports the finished attempts and exits with code 130", async () => {
  const args = [...scripted(), "--suite", join(folder, "pairs.jsonl"), "--json"];
  const { exitCode, stdout, stderr } = await run(args, (controller) => controller.abort());
  expect(exitCode).toBe(130);
  const results: Results = JSON.parse(stdout);
  expect(results.complete).toBe(false);
  expect(results.attempts.length).toBeGreaterThanOrEqual(1);
  expect(results.attempts.length).toBeLessThan(7);
  expect(stderr).toContain("the results are partial");
});

test("evaluates the bundled model by default", async () => {
  const args = [
    "--suite",
    join(folder, "problems"),
    "--phrasing",
    "lazy",
    "--json",
    "--max-output-tokens",
    "40",
  ];
  const { exitCode, stdout } = await run(args);
  expect(exitCode).toBe(0);
  const results: Results = JSON.parse(stdout);
  expect(results).toMatchObject({ model: "nano", total: { attempts: 1, failed: 0 } });
});

describe("a usage error is reported with exit code 2", () => {
  test.each([
    [["--limit", "0"], "--limit must be a whole number"],
    [["--suite", "nano=missing.jsonl"], "missing.jsonl cannot be read"],
    [["--engine", "script"], "add --scenario FILE"],
    [["--engine", "llama", "--url", "http://127.0.0.1:1"], "leave out one of them"],
    [["--nonsense"], "--nonsense"],
  ])("for %j", async (args, message) => {
    const { exitCode, stdout, stderr } = await run(args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(message);
  });

  test("for a phrasing that the suite does not have", async () => {
    const args = [...scripted(), "--suite", join(folder, "pairs.jsonl"), "--phrasing", "lazy"];
    expect(await run(args)).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("it has known") });
  });
});

test("a suite with Python tests fails with exit code 1 and says to install python3 if it is missing", async () => {
  const row = {
    ...{ full_name: "1_add", before: "a", after: "b", tests: "pass" },
    ...{ instruction_descriptive: "make it right", instruction_lazy: "make it right" },
  };
  const path = join(folder, "canitedit.jsonl");
  await writeFile(path, JSON.stringify(row));
  vi.stubEnv("PATH", folder);
  onTestFinished(() => void vi.unstubAllEnvs());
  const { exitCode, stderr } = await run([...scripted(), "--suite", `canitedit=${path}`]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: expect.stringContaining("install python3") });
});

test.each([
  [["--url", "http://127.0.0.1:9"], /127\.0\.0\.1:9/],
  [["--model", "no-such-model"], /no-such-model/],
])("an unreachable server or unknown model fails with exit code 1: %j", async (args, message) => {
  const { exitCode, stderr } = await run(args);
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(message);
});
