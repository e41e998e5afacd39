import { spawn } from "node:child_process";
import { constants } from "node:os";
import { stripVTControlCharacters } from "node:util";
import { ROOT } from "./paths.mjs";

const KEPT_CHARACTERS = 200_000;

export class CommandError extends Error {
  name = "CommandError";
}

/**
 * Runs a command in the repository's root without showing its output. If it fails, rejects with a {@link
 * CommandError} whose message ends with the output. Interrupting this process ends the command too.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, remedy?: string }} [options]
 * @returns {Promise<string>} the command's output
 */
export function runQuietly(command, args, { env = {}, remedy } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...(process.stderr.isTTY ? {} : { NO_COLOR: "1" }), ...env },
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32" && command === "npm",
    });
    let output = "";
    const keep = (chunk) => {
      output = (output + chunk).slice(-KEPT_CHARACTERS);
    };
    child.stdout.setEncoding("utf8").on("data", keep);
    child.stderr.setEncoding("utf8").on("data", keep);

    // Wait for an interrupted command: it may still be writing, and this process holds the set-up lock until it ends.
    let interrupted;
    const stop = (signal) => {
      if (interrupted === undefined) process.stderr.write("\nStopping; once more stops at once…\n");
      child.kill(interrupted === undefined ? signal : "SIGKILL");
      interrupted ??= signal;
    };
    process.on("SIGINT", stop).on("SIGTERM", stop);
    const finish = (failure) => {
      process.off("SIGINT", stop).off("SIGTERM", stop);
      if (interrupted) process.exit(128 + constants.signals[interrupted]);
      if (failure === undefined) return resolve(output);
      const lines = [
        `\`${[command, ...args].join(" ")}\` ${failure}.`,
        remedy,
        process.stderr.isTTY ? output.trim() : plain(output),
      ];
      reject(new CommandError(lines.filter(Boolean).join("\n")));
    };
    child.once("error", (error) => finish(`could not be started: ${error.message}`));
    child.once("close", (code, signal) =>
      finish(code === 0 ? undefined : `ended with ${signal ?? `exit code ${code}`}`),
    );
  });
}

/** Removes escape sequences: not every tool fully respects NO_COLOR. */
function plain(output) {
  return stripVTControlCharacters(output).trim();
}
