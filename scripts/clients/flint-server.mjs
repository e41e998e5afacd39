import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { ROOT } from "../setup/paths.mjs";

const START_MS = 20_000;
const KEPT_LINES = 50;

/**
 * Starts `flint serve` on a free port and resolves when it listens.
 * @param {readonly string[]} args
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} `url` without a path
 */
export async function startFlint(args) {
  const child = spawn(
    process.execPath,
    [`${ROOT}packages/cli/bin/flint.mjs`, "serve", "--port", "0", ...args],
    {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const lines = [];
  const url = await new Promise((resolve, reject) => {
    const fail = (what) => reject(new Error(`flint serve ${args.join(" ")}: ${what}\n${lines.join("\n")}`));
    const timer = setTimeout(() => fail(`not listening after ${START_MS / 1000} s`), START_MS);
    const read = (line) => {
      lines.push(line);
      if (lines.length > KEPT_LINES) lines.shift();
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
      if (address) resolve(address);
    };
    for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on("line", read);
    child.once("exit", (code) => fail(`ended with exit code ${code}`));
    child.once("exit", () => clearTimeout(timer));
    child.once("error", (error) => fail(error.message));
    process.once("exit", () => child.kill());
    void timer;
  });
  return {
    url,
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}
