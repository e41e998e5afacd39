// npm run check: format, lint, types, unused code and package manifests. Every check runs, whatever the others say.
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { CACHE, ROOT } from "./setup/paths.mjs";
import { prepare } from "./setup/prepare.mjs";
import { CommandError, runQuietly } from "./setup/quiet-command.mjs";

const bin = (path) => [process.execPath, `${ROOT}node_modules/${path}`];
const published = () => readdirSync(`${ROOT}packages`).map((folder) => `packages/${folder}`);

/** @type {readonly { name: string, commands: readonly string[][], remedy?: string }[]} */
const CHECKS = [
  {
    name: "build with declarations (tsdown)",
    commands: [[process.execPath, "scripts/build.mjs", "--types"]],
  },
  {
    name: "format and lint (biome)",
    commands: [[...bin("@biomejs/biome/bin/biome"), "ci", "--colors=off", "."]],
    remedy: "Most of it is mended by: npx biome check --write",
  },
  { name: "types (tsc)", commands: [[...bin("typescript/bin/tsc"), "-p", "tsconfig.json"]] },
  { name: "unused code (knip)", commands: [[...bin("knip/bin/knip.js"), "--no-progress"]] },
  {
    name: "package manifests (publint)",
    commands: published().map((folder) => [...bin("publint/src/cli.js"), folder, "--strict"]),
  },
];

await prepare({ install: "full", build: "nothing" });

const results = [];
for (const { name, commands, remedy } of CHECKS) {
  const started = Date.now();
  const failures = [];
  for (const [command, ...args] of commands) {
    try {
      await runQuietly(command, args, { remedy, env: { NO_COLOR: "1" } });
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      failures.push(error.message);
    }
  }
  const passed = failures.length === 0;
  if (!passed) console.log(failures.join("\n\n"));
  console.log(`${passed ? "✓" : "✗"} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  results.push({ name, passed });
}

mkdirSync(`${CACHE}results`, { recursive: true });
writeFileSync(`${CACHE}results/check.json`, `${JSON.stringify(results, null, 2)}\n`);
process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;
