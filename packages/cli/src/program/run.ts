import { CommanderError } from "commander";
import { CliError } from "../error/index.ts";
import { buildProgram } from "./program.ts";

/** Runs one command line and gives the exit code. A foreseen failure is one line on stderr. */
export async function run(args: readonly string[]): Promise<number> {
  endQuietlyWithoutReader();
  try {
    await buildProgram().parseAsync(args, { from: "user" });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof CliError)) throw error;
    process.stderr.write(`flint: ${error.message}\n`);
    return error.exitCode;
  }
}

/** `flint … | head`: when the reader has seen enough, there is nothing left to do, and nothing to complain of. */
function endQuietlyWithoutReader(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit();
      throw error;
    });
  }
}
