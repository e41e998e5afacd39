import type { Runtime, Sandbox } from "../sandbox/index.ts";
import { whyNone } from "./node-tests.ts";
import type { TestVerdict } from "./verdict.ts";

/**
 * Runs a program that holds the tested code and its tests in one, and fails by exception. That it has come to its end
 * shows in a last line that only its end prints.
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
  return { passed, failures: passed ? [] : [whyNone(run)] };
}
