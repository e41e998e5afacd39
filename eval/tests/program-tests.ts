import type { Runtime, Sandbox } from "../sandbox/index.ts";
import { whyNoVerdict } from "./node-tests.ts";
import type { TestVerdict } from "./verdict.ts";

/**
 * Runs a program that contains both the tested code and its tests, which throw if they fail. It has reached its end
 * only if it printed the token in its last line.
 */
export async function runProgramTests(
  runtime: Runtime,
  code: string,
  sandbox: Sandbox,
  signal?: AbortSignal,
): Promise<TestVerdict> {
  const token = crypto.randomUUID();
  const entry = runtime === "python" ? "program.py" : "program.cjs";
  const print = runtime === "python" ? `print("\\n${token}")` : `console.log("\\n${token}");`;
  const run = await sandbox.run({ runtime, entry, files: { [entry]: `${code}\n${print}\n` } }, signal);
  const passed = run.outcome === "exited" && run.exitCode === 0 && run.stdout.includes(`\n${token}`);
  return { passed, failures: passed ? [] : [whyNoVerdict(run)] };
}
