import { isAbsolute } from "node:path";
import { CommanderError } from "commander";
import { CliError, systemCode } from "../error/index.ts";
import { buildProgram } from "./program.ts";

/** Runs one command line and gives the exit code. A foreseen failure is one line on stderr. */
export async function run(args: readonly string[]): Promise<number> {
  endWithOutput();
  dropRelativeFolders();
  try {
    await buildProgram().parseAsync(args, { from: "user" });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const failure = foreseen(error);
    if (failure === null) throw error;
    // Loaded where there is something to tell.
    const { printableLines } = await import("../paint/index.ts");
    process.stderr.write(`flint: ${printableLines(failure.message)}\n`);
    return failure.exitCode;
  }
}

const FOLDERS = ["HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"];

/** Of an empty or a relative one, sessions and keys would be kept in whatever folder the person is in. */
function dropRelativeFolders(): void {
  for (const name of FOLDERS) {
    const folder = process.env[name];
    if (folder !== undefined && !isAbsolute(folder)) delete process.env[name];
  }
}

const FORESEEN = new Set(["EngineError", "FlintError", "ServerError"]);

/** The failure to tell of; null for what only a bug can throw, which keeps its stack. */
function foreseen(error: unknown): CliError | null {
  if (error instanceof CliError) return error;
  if (!(error instanceof Error)) return null;
  // By name: the classes themselves would load client, server and engine for every command.
  const told = FORESEEN.has(error.name) || "syscall" in error;
  return told ? new CliError(systemCode(error) ?? "failed", error.message, 1, { cause: error }) : null;
}

/**
 * `flint … | head`: when the reader has seen enough, there is nothing left to do, and nothing to complain of.
 * `flint … > FILE` on a full disk: that is told, in a line.
 */
function endWithOutput(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit();
      if (stream === process.stdout)
        process.stderr.write(`flint: cannot write the output (${error.message}); send it elsewhere\n`);
      process.exit(1);
    });
  }
}
