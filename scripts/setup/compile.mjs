// node compile.mjs [--types] FOLDER…: bundles packages/FOLDER, all in this one process. Run by build.mjs.
import { build } from "tsdown";
import { ROOT } from "./paths.mjs";

const args = process.argv.slice(2);
const types = args[0] === "--types";
const folders = types ? args.slice(1) : args;

const results = await Promise.allSettled(
  folders.map((folder) => build({ cwd: `${ROOT}packages/${folder}`, dts: types, logLevel: "warn" })),
);
for (const [index, result] of results.entries()) {
  if (result.status === "rejected") console.error(`packages/${folders[index]}: ${result.reason}`);
}
process.exit(results.some(({ status }) => status === "rejected") ? 1 : 0);
