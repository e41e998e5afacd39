// node compile.mjs [--types] FOLDER…: bundles packages/FOLDER, all in one process. Run by build.mjs.
import { renameSync, rmSync } from "node:fs";
import { build } from "tsdown";
import { ROOT } from "./paths.mjs";

const args = process.argv.slice(2);
const types = args[0] === "--types";
const folders = types ? args.slice(1) : args;

const results = await Promise.allSettled(folders.map(compile));
for (const [index, result] of results.entries()) {
  if (result.status === "rejected") console.error(`packages/${folders[index]}: ${result.reason}`);
}
process.exit(results.some(({ status }) => status === "rejected") ? 1 : 0);

/**
 * Builds next to the current `dist` and replaces it at the end: programs that run meanwhile still find their files.
 */
async function compile(folder) {
  const path = `${ROOT}packages/${folder}/`;
  await build({ cwd: path, outDir: ".dist", dts: types, logLevel: "warn" });
  rmSync(`${path}dist`, { recursive: true, force: true });
  renameSync(`${path}.dist`, `${path}dist`);
}
