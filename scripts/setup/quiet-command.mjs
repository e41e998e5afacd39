import { spawn } from "node:child_process";
import { constants } from "node:os";
import { stripVTControlCharacters } from "node:util";
import { ROOT } from "./paths.mjs";

const KEPT_CHARACTERS = 200_000;

export class CommandError extends Error {
  name = "CommandError";
}

/**
 * Runs a command in the repository's root and keeps its output for the case that it fails: then it rejects with
 * a {@link CommandError} whose message ends in that output. Interrupting this process ends the command as well.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, remedy?: string }} [options]
 * @returns {Promise<string>} what the command printed
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

    // The command is waited for: it may still be writing, and the set-up lock is held until this process ends.
    let interrupted;
    const stop = (signal) => {
      if (interrupted === undefined) process.stderr.write("\nStopping; once more stops at once…\n");
      child.kill(interrupted === undefined ? signal : "SIGKILL");
      interrupted ??= signal;
    };
    process.on("SIGINT", stop).on("SIGTERM", stop);
    const settle = (failure) => {
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
    child.once("error", (error) => settle(`could not be started: ${error.message}`));
    child.once("close", (code, signal) =>
      settle(code === 0 ? undefined : `ended with ${signal ?? `exit code ${code}`}`),
    );
  });
}

/** Not every tool heeds NO_COLOR in all that it prints. */
function plain(output) {
  return stripVTControlCharacters(output).trim();
}
