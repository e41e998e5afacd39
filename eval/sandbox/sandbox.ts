import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Confinement, confine, detectConfinement } from "./confinement.ts";
import { DEFAULT_LIMITS, type SandboxLimits } from "./limits.ts";
import type { Runtime, SandboxOutcome, SandboxProgram, SandboxRun } from "./program.ts";
import { type FoundRuntime, findRuntime } from "./runtime.ts";

/** Runs programs written by a model. */
export class Sandbox {
  readonly confinement: Confinement;
  readonly #runtimes = new Map<Runtime, Promise<FoundRuntime>>();

  private constructor(confinement: Confinement) {
    this.confinement = confinement;
  }

  /** Opens a sandbox with the given confinement, or the strongest one that works on this machine. */
  static async open(confinement?: Confinement): Promise<Sandbox> {
    return new Sandbox(confinement ?? (await detectConfinement()));
  }

  /**
   * Runs a program in a temporary folder. Resolves however the program ends. Rejects if it cannot be started because
   * the runtime or the confinement is missing.
   */
  async run(program: SandboxProgram, signal?: AbortSignal): Promise<SandboxRun> {
    const runtime = await this.#findRuntime(program.runtime);
    const folder = await realpath(await mkdtemp(join(tmpdir(), "flint-sandbox-")));
    try {
      await writeFiles(folder, { ...program.files, ...runtime.guard });
      const limits = { ...DEFAULT_LIMITS, ...program.limits };
      const command = runtime.command(folder, program.entry, limits);
      const counted = { ...limits, memoryMib: limits.memoryMib + runtime.reservedMib };
      const confined = confine(command, this.confinement, counted, [...runtime.folders, folder]);
      const child = spawn(confined.command, [...confined.args], {
        cwd: folder,
        // This process's environment is not passed on, as it may contain keys.
        env: { PATH: process.env.PATH ?? "", LANG: "C.UTF-8", NO_COLOR: "1" },
        stdio: ["pipe", "pipe", "pipe"],
        // A separate process group, which can be killed as a whole.
        detached: process.platform !== "win32",
      });
      return await waitForEnd(child, program.stdin ?? "", limits, signal);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  #findRuntime(name: Runtime): Promise<FoundRuntime> {
    const known = this.#runtimes.get(name);
    if (known !== undefined) return known;
    const found = findRuntime(name);
    this.#runtimes.set(name, found);
    return found;
  }
}

async function writeFiles(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

function waitForEnd(
  child: ChildProcess,
  stdin: string,
  { wallMs, outputCharacters }: SandboxLimits,
  signal: AbortSignal | undefined,
): Promise<SandboxRun> {
  return new Promise((resolve, reject) => {
    const output = { stdout: "", stderr: "" };
    let outcome: SandboxOutcome = "exited";
    const kill = (why: SandboxOutcome) => {
      if (outcome === "exited") outcome = why;
      killGroup(child);
    };
    const timer = setTimeout(() => kill("timed_out"), wallMs);
    const abort = () => kill("aborted");
    signal?.addEventListener("abort", abort, { once: true });
    if (signal?.aborted) abort();

    for (const name of ["stdout", "stderr"] as const) {
      child[name]?.setEncoding("utf8").on("data", (text: string) => {
        if (outcome === "flooded") return;
        output[name] += text;
        if (output.stdout.length + output.stderr.length > outputCharacters) kill("flooded");
      });
    }
    // A program may exit without reading its input.
    child.stdin?.on("error", () => {});
    child.stdin?.end(stdin);

    const cleanUp = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    };
    child.once("error", (error) => {
      cleanUp();
      reject(error);
    });
    child.once("close", (exitCode, killedBy) => {
      cleanUp();
      resolve({ outcome, exitCode, signal: killedBy, ...output });
    });
  });
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  if (process.platform === "win32") {
    child.kill("SIGKILL");
    return;
  }
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
