import { spawn, spawnSync } from "node:child_process";
import { onAbort } from "../../abort/index.ts";
import type { Check, CheckResult, Confinement, EditedFile, RunChecks } from "../../edit/index.ts";
import { LONGEST_TIMER } from "../../longest-timer.ts";
import { atExit } from "./at-exit.ts";
import { type ConfinedCommand, confine, detectConfinement } from "./confine.ts";
import { findProject } from "./project.ts";
import { openScratch } from "./scratch.ts";
import { systemProgram } from "./shell.ts";

const TIMEOUT_MS = 120_000;
/** Maximum length of the kept output: its end says most. */
const MOST_OUTPUT = 8_000;

/**
 * Runs each check on the project with the edited code, in the strongest confinement available. The real files do not
 * change.
 */
export const runChecks: RunChecks = async ({ edited, checks, signal }) => {
  const confinement = await detectConfinement();
  const results: CheckResult[] = [];
  for (const check of checks) {
    const result = await runCheck(edited, check, confinement, signal);
    results.push(result);
    if (result.passed !== true) break;
  }
  return results;
};

async function runCheck(
  edited: readonly EditedFile[],
  check: Check,
  confinement: Confinement,
  signal: AbortSignal | undefined,
): Promise<CheckResult> {
  const { command, name = command, timeout = TIMEOUT_MS } = check;
  const start = performance.now();
  const toResult = (result: Pick<CheckResult, "passed" | "exitCode" | "output">): CheckResult => ({
    name,
    command,
    confinement,
    milliseconds: Math.round(performance.now() - start),
    ...result,
  });
  try {
    const project = await findProject(edited);
    // A separate folder for each check: what one leaves behind must not affect the next.
    const scratch = await openScratch();
    try {
      const confined = await confine(command, project, confinement, scratch.folder);
      return toResult(await run(confined, timeout, signal));
    } finally {
      await scratch.remove();
    }
  } catch (error) {
    return toResult({
      passed: null,
      exitCode: null,
      output: error instanceof Error ? error.message : String(error),
    });
  }
}

function run(
  { command, args, cwd, env, verbatim }: ConfinedCommand,
  timeout: number,
  signal: AbortSignal | undefined,
): Promise<Pick<CheckResult, "passed" | "exitCode" | "output">> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args], {
      cwd,
      env,
      stdio: ["ignore", "pipe", "pipe"],
      // A separate process group, to end all its children with it. On Windows this would open a window.
      detached: process.platform !== "win32",
      windowsHide: true,
      windowsVerbatimArguments: verbatim,
    });
    let output = "";
    let ended: { readonly reason: string; readonly verdict: false | null } | null = null;
    const keep = (chunk: string) => {
      output = (output + chunk).slice(-MOST_OUTPUT);
    };
    child.stdout.setEncoding("utf8").on("data", keep);
    child.stderr.setEncoding("utf8").on("data", keep);
    const end = (reason: string, verdict: false | null) => {
      ended ??= { reason, verdict };
      kill(child.pid);
      // A process that has left the group could keep these open forever.
      child.stdout.destroy();
      child.stderr.destroy();
    };
    // Without confinement, nothing else would end it when this process exits.
    const offExit = atExit(() => kill(child.pid));
    const timer = setTimeout(
      () => end(`stopped after ${timeout} ms`, false),
      Math.min(timeout, LONGEST_TIMER),
    );
    const abort = () => end("stopped together with the edit", null);
    const offAbort = signal && onAbort(signal, abort);
    const cleanUp = () => {
      clearTimeout(timer);
      offExit();
      offAbort?.();
    };
    child.once("error", (error) => {
      cleanUp();
      reject(error);
    });
    child.once("close", (exitCode) => {
      cleanUp();
      resolve(
        ended === null
          ? verdictOf(exitCode, output)
          : { passed: ended.verdict, exitCode: null, output: `${output}\n${ended.reason}` },
      );
    });
  });
}

/** Exit codes of the shell for a command that it cannot find or must not run; the last is that of Windows. */
const NOT_RUN = new Set([126, 127, 9009]);
/** Timeout of `taskkill` in milliseconds; it normally takes a few hundred. */
const PATIENCE_MS = 5_000;

/** A missing tool says nothing about the code, so the model must not be asked to fix it. */
function verdictOf(
  exitCode: number | null,
  output: string,
): Pick<CheckResult, "passed" | "exitCode" | "output"> {
  if (exitCode === null || !NOT_RUN.has(exitCode)) return { passed: exitCode === 0, exitCode, output };
  const why = "a command of it was not found or may not be run: install it where checks can read it";
  return { passed: null, exitCode, output: `${output.trimEnd()}\n${why}` };
}

function kill(pid: number | undefined): void {
  if (pid === undefined) return;
  if (process.platform === "win32") {
    // Windows ends a process alone, and not those that it has started. Synchronous, as this process may be about to exit.
    const args = ["/pid", String(pid), "/T", "/F"];
    const ending = { stdio: "ignore", timeout: PATIENCE_MS, windowsHide: true } as const;
    spawnSync(systemProgram("taskkill.exe"), args, ending);
    return;
  }
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    // It has already ended.
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}
