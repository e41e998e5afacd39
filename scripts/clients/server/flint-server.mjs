import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { ROOT } from "../../setup/paths.mjs";

const START_MS = 20_000;
const STOP_MS = 15_000;
const KEPT_LINES = 50;

/**
 * Starts `flint serve` with a scripted model on a free port. Resolves when it listens.
 * @param {object} scenario see `docs/scenarios.md`
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} `url` without a path
 */
export async function startFlint(scenario) {
  const folder = mkdtempSync(join(tmpdir(), "flint-scenario-"));
  const file = join(folder, "scenario.json");
  writeFileSync(file, JSON.stringify(scenario));
  const args = ["serve", "--port", "0", "--engine", "script", "--scenario", file];
  // Ends the server if it sends anything that violates the API's schemas.
  const watched = ["--import", pathToFileURL(`${ROOT}scripts/conformance/child.mjs`).href];
  const child = spawn(process.execPath, [...watched, `${ROOT}packages/cli/bin/flint.mjs`, ...args], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  const close = async () => {
    process.off("exit", kill);
    if (child.exitCode === null && child.signalCode === null) {
      const timer = setTimeout(kill, STOP_MS);
      child.kill("SIGTERM");
      await once(child, "exit");
      clearTimeout(timer);
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    return { url: await addressOf(child), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function addressOf(child) {
  const lines = [];
  return new Promise((resolve, reject) => {
    const fail = (what) => reject(new Error(`flint serve: ${what}\n${lines.join("\n")}`));
    const timer = setTimeout(() => fail(`not listening after ${START_MS / 1000} s`), START_MS);
    const read = (line) => {
      lines.push(line);
      if (lines.length > KEPT_LINES) lines.shift();
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(address);
    };
    for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on("line", read);
    child.once("exit", (code) => fail(`ended with exit code ${code}`));
    child.once("exit", () => clearTimeout(timer));
    child.once("error", (error) => fail(error.message));
  });
}
