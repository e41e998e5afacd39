// Bundles the data engine, its libraries included, into dist/data.mjs: one file that runs wherever Node.js does.
import { fileURLToPath } from "node:url";
import { build } from "tsdown";

const ROOT = fileURLToPath(new URL("../", import.meta.url));

/** @param {string} outDir */
export async function bundle(outDir) {
  await build({
    config: false,
    cwd: ROOT,
    entry: { data: "data/program/main.ts" },
    outDir,
    platform: "node",
    target: "node20.19",
    format: "esm",
    fixedExtension: true,
    hash: false,
    dts: false,
    clean: false,
    minify: false,
    logLevel: "error",
    deps: { alwaysBundle: [/./], onlyBundle: false },
  });
  return `${outDir}/data.mjs`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await bundle(`${ROOT}dist`));
