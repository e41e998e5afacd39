import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { promisify } from "node:util";
import { evalFile } from "../home.ts";
import type { Command } from "./confinement.ts";
import type { SandboxLimits } from "./limits.ts";
import type { Runtime } from "./program.ts";

/** A runtime found on this machine. */
export interface FoundRuntime {
  /** Folders that it needs to read. */
  readonly folders: readonly string[];
  /** Files to add to the program's folder, which restrict the program. */
  readonly guard: Readonly<Record<string, string>>;
  /** Memory in MiB that counts as the program's although nothing writes to it. */
  readonly reservedMib: number;
  command(folder: string, entry: string, limits: SandboxLimits): Command;
}

/** Finds a runtime. If it is missing, rejects with an Error that has a `code` and names the remedy. */
export function findRuntime(runtime: Runtime): Promise<FoundRuntime> {
  return runtime === "node" ? Promise.resolve(nodeRuntime()) : pythonRuntime();
}

const NODE_GUARD = "flint-guard.mjs";
const PYTHON_GUARD = "flint_guard.py";

function nodeRuntime(): FoundRuntime {
  const flag = process.allowedNodeEnvironmentFlags.has("--permission")
    ? "--permission"
    : "--experimental-permission";
  return {
    folders: [dirname(process.execPath)],
    guard: { [NODE_GUARD]: readFileSync(evalFile("sandbox/guard/guard.mjs"), "utf8") },
    reservedMib: codeRangeMib(),
    command: (folder, entry, { memoryMib }) => ({
      command: process.execPath,
      args: [
        "--no-warnings",
        flag,
        `--allow-fs-read=${folder}/*`,
        `--max-old-space-size=${Math.floor(memoryMib / 2)}`,
        `--import=${folder}/${NODE_GUARD}`,
        `${folder}/${entry}`,
      ],
    }),
  };
}

/**
 * Returns the size in MiB of what V8 reserves for code, if it is mapped as writable, as from Node 24 on: without it, a
 * program's limit is reached before it starts. This process has the same, and nothing larger that is both.
 */
function codeRangeMib(): number {
  if (process.platform !== "linux") return 0;
  const maps = readFileSync("/proc/self/maps", "utf8").matchAll(/^([\da-f]+)-([\da-f]+) rwxp/gm);
  const sizes = Array.from(
    maps,
    ([, from = "", to = ""]) => Number.parseInt(to, 16) - Number.parseInt(from, 16),
  );
  return Math.ceil(Math.max(0, ...sizes) / 1024 ** 2);
}

const INSPECTION =
  "import json, sys, sysconfig; print(json.dumps([sys.executable, sorted({sys.prefix, sys.base_prefix, *sysconfig.get_paths().values()})]))";

async function pythonRuntime(): Promise<FoundRuntime> {
  const [executable, folders] = await inspectPython();
  return {
    folders,
    guard: { [PYTHON_GUARD]: readFileSync(evalFile("sandbox/guard/guard.py"), "utf8") },
    reservedMib: 0,
    command: (folder, entry) => ({
      command: executable,
      args: ["-B", "-I", `${folder}/${PYTHON_GUARD}`, folder, `${folder}/${entry}`],
    }),
  };
}

async function inspectPython(): Promise<[executable: string, folders: string[]]> {
  try {
    const { stdout } = await promisify(execFile)("python3", ["-I", "-c", INSPECTION]);
    return JSON.parse(stdout) as [string, string[]];
  } catch (error) {
    const message = "this suite's tests are written in Python: install python3 and run the command again";
    throw Object.assign(new Error(message, { cause: error }), { code: "python_missing" });
  }
}
