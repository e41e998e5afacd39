// node bundle.mjs FOLDER: bundles the data engine and its libraries into FOLDER/data.mjs, one file that runs anywhere
// with Node.js.
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "tsdown";

const ROOT = fileURLToPath(new URL("../", import.meta.url));

/** @param {string} folder */
export async function bundle(folder) {
  await build({
    config: false,
    cwd: ROOT,
    entry: { data: "data/program/main.ts" },
    outDir: folder,
    platform: "node",
    target: "node20.19",
    format: "esm",
    fixedExtension: true,
    hash: false,
    dts: false,
    clean: false,
    logLevel: "error",
    // Uses the engine's sources: it does not have to be built first.
    inputOptions: { resolve: { conditionNames: ["flint-source", "node", "import", "default"] } },
    deps: { alwaysBundle: [/./], onlyBundle: false },
  });
  return `${folder}/data.mjs`;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await bundle(resolve(process.argv[2] ?? `${ROOT}dist`));
