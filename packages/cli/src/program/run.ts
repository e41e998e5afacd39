import { isAbsolute } from "node:path";
import { CommanderError } from "commander";
import { CliError, systemCode } from "../error/index.ts";
import { buildProgram } from "./program.ts";

/** Runs a command line and resolves to the exit code. An expected failure is one line on stderr. */
export async function run(args: readonly string[]): Promise<number> {
  handleOutputErrors();
  dropRelativeFolders();
  try {
    await buildProgram().parseAsync(args, { from: "user" });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const failure = toCliError(error);
    if (failure === null) throw error;
    // Imported only when needed.
    const { printableLines } = await import("../paint/index.ts");
    process.stderr.write(`flint: ${printableLines(failure.message)}\n`);
    return failure.exitCode;
  }
}

const FOLDERS = [
  ...["HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"],
  ...["USERPROFILE", "APPDATA", "LOCALAPPDATA"],
];

/** Ignores empty and relative folder variables: files would end up in whatever the working directory is. */
function dropRelativeFolders(): void {
  for (const name of FOLDERS) {
    const folder = process.env[name];
    if (folder !== undefined && !isAbsolute(folder)) delete process.env[name];
  }
}

const FORESEEN = new Set(["EngineError", "FlintError", "ServerError"]);

/** Converts an expected failure into a `CliError`; null for bugs, which keep their stack. */
function toCliError(error: unknown): CliError | null {
  if (error instanceof CliError) return error;
  if (!(error instanceof Error)) return null;
  // Compared by name: importing the classes would load client, server and engine for every command.
  const told = FORESEEN.has(error.name) || "syscall" in error;
  return told ? new CliError(systemCode(error) ?? "failed", error.message, 1, { cause: error }) : null;
}

/** Exits silently when the reader closes the pipe (`flint … | head`); reports other output errors, such as a full disk. */
function handleOutputErrors(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit();
      if (stream === process.stdout)
        process.stderr.write(`flint: cannot write the output (${error.message}); send it elsewhere\n`);
      process.exit(1);
    });
  }
}
