// npm run check: build, format, lint, types, unused code, package manifests. A failed check does not stop the others.
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { CACHE, ROOT } from "./setup/paths.mjs";
import { prepare } from "./setup/prepare.mjs";
import { CommandError, runQuietly } from "./setup/quiet-command.mjs";

/** @typedef {{ name: string, commands: readonly string[][], remedy?: string }} Check */

const bin = (path) => [process.execPath, `${ROOT}node_modules/${path}`];
const tsc = bin("typescript/bin/tsc");

/** @type {Check} Runs first: other checks read the built packages. */
const BUILD = {
  name: "build with declarations (tsdown)",
  commands: [[process.execPath, "scripts/build.mjs", "--types"]],
};
/** @type {readonly Check[]} */
const CHECKS = [
  { name: "types (tsc)", commands: [[...tsc, "-p", "tsconfig.json"]] },
  {
    name: "declarations, as a user's compiler reads them (tsc)",
    commands: ["docs/examples", "docs/examples/browser"].map((folder) => [
      ...tsc,
      "-p",
      `${folder}/tsconfig.json`,
    ]),
  },
  {
    name: "format and lint (biome)",
    commands: [[...bin("@biomejs/biome/bin/biome"), "ci", "--colors=off", "."]],
    remedy: "Most of it is mended by: npx biome check --write",
  },
  { name: "unused code (knip)", commands: [[...bin("knip/bin/knip.js"), "--no-progress"]] },
  {
    name: "package manifests (publint)",
    commands: readdirSync(`${ROOT}packages`).map((name) => [
      ...bin("publint/src/cli.js"),
      `packages/${name}`,
      "--strict",
    ]),
  },
];
const AT_ONCE = 2;

await prepare({ install: "full", build: "nothing" });

const results = [await run(BUILD)];
const waiting = [...CHECKS];
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results.push(await run(next));
  }),
);

mkdirSync(`${CACHE}results`, { recursive: true });
writeFileSync(`${CACHE}results/check.json`, `${JSON.stringify(results, null, 2)}\n`);
process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;

/** @param {Check} check */
async function run({ name, commands, remedy }) {
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
  const verdict = `${passed ? "✓" : "✗"} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`;
  console.log([...failures, verdict].join("\n"));
  return { name, passed };
}
