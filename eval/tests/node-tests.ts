import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { type Dialect, transpile } from "../code/index.ts";
import { evalFile } from "../home.ts";
import type { Sandbox, SandboxLimits, SandboxRun } from "../sandbox/index.ts";
import type { TestVerdict } from "./verdict.ts";

/** A solution and its tests: `test` imports it as `./solution.EXT`. */
export interface NodeTests {
  readonly dialect: Dialect;
  readonly solution: string;
  readonly test: string;
}

/** Options for running tests; all have defaults. */
export interface NodeTestOptions {
  readonly limits?: Partial<SandboxLimits>;
  /** Milliseconds per test, including waiting. A test with nothing left to wait for ends at once. */
  readonly testMs?: number;
  readonly signal?: AbortSignal | undefined;
}

const TEST_MS = 5_000;

/**
 * Runs tests written for `node:test` in the sandbox: all sets in one process, one after another, each in its own
 * folder. Run untrusted code alone: it could affect the other sets of its process.
 */
export async function runNodeTests(
  sets: readonly NodeTests[],
  sandbox: Sandbox,
  { limits = {}, testMs = TEST_MS, signal }: NodeTestOptions = {},
): Promise<TestVerdict[]> {
  const token = randomUUID();
  const files: Record<string, string> = {
    "package.json": '{ "type": "module" }\n',
    "main.mjs": readFileSync(evalFile("tests/sandboxed/main.mjs"), "utf8"),
    "harness.mjs": readFileSync(evalFile("tests/sandboxed/harness.mjs"), "utf8"),
  };
  const parseErrors = new Map<number, string>();
  const tests: { file: string; code: string }[] = [];
  for (const [index, { dialect, solution, test }] of sets.entries()) {
    const built = transpile(solution, dialect);
    if (built.errors.length > 0) parseErrors.set(index, `the code does not parse: ${built.errors[0]}`);
    // The source, too, for tests that read it.
    if (dialect !== "js") files[`${index}/solution.${dialect}`] = solution;
    files[`${index}/solution.js`] = built.code;
    const code = sandboxedImports(transpile(test, dialect === "jsx" ? "ts" : dialect).code);
    if (!parseErrors.has(index)) tests.push({ file: `${index}/test.js`, code });
  }
  const run = await sandbox.run(
    {
      runtime: "node",
      files,
      entry: "main.mjs",
      stdin: JSON.stringify({
        token,
        testMs,
        tests,
      }),
      limits,
    },
    signal,
  );
  const verdicts = readVerdicts(run.stdout, token);
  return sets.map((_, index): TestVerdict => {
    const parseError = parseErrors.get(index);
    if (parseError !== undefined) return { passed: false, failures: [parseError] };
    const verdict = verdicts.get(`${index}/test.js`);
    if (verdict === undefined) return { passed: false, failures: [whyNoVerdict(run)] };
    if (verdict.failures.length === 0 && verdict.passed === 0)
      return { passed: false, failures: ["no tests ran"] };
    return { passed: verdict.failures.length === 0, failures: verdict.failures };
  });
}

/** Redirects imports of `node:test` to the harness and of `./solution.EXT` to the compiled JavaScript. */
function sandboxedImports(code: string): string {
  return code
    .replace(/(["'])node:test\1/, '"../harness.mjs"')
    .replace(/(["'])\.\/solution\.[jt]sx?\1;/, '"./solution.js";');
}

interface FileVerdict {
  readonly file: string;
  readonly passed: number;
  readonly failures: readonly string[];
}

function readVerdicts(stdout: string, token: string): Map<string, FileVerdict> {
  const verdicts = stdout
    .split("\n")
    .filter((line) => line.startsWith(token))
    .map((line) => JSON.parse(line.slice(token.length)) as FileVerdict);
  return new Map(verdicts.map((verdict) => [verdict.file, verdict]));
}

/** Returns why a program did not report a verdict. */
export function whyNoVerdict({ outcome, exitCode, signal, stderr }: SandboxRun): string {
  switch (outcome) {
    case "timed_out":
      return "the tests took too long";
    case "flooded":
      return "the tests printed too much";
    case "aborted":
      return "the tests were aborted";
    case "exited": {
      const last = stderr.trim().split("\n").slice(-5).join("\n");
      return `the tests ended early, with ${signal ?? `exit code ${exitCode}`}${last === "" ? "" : `: ${last}`}`;
    }
  }
}
