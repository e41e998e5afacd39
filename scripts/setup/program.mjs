import { CACHE, ROOT } from "./paths.mjs";

/**
 * Loads program.ts of a folder, bundled on the fly; the built packages stay outside the bundle.
 * @param {string} folder
 */
export async function loadProgram(folder) {
  const { build } = await import("tsdown");
  await build({
    config: false,
    cwd: `${ROOT}${folder}`,
    entry: ["program.ts"],
    outDir: `${CACHE}${folder}/program`,
    platform: "node",
    target: "node20.19",
    fixedExtension: false,
    hash: false,
    sourcemap: true,
    dts: false,
    // Except the compiler's helper for `using`, which is not installed as a package.
    deps: { neverBundle: [/^[a-z@](?!oxc-project)/] },
    logLevel: "error",
  });
  return import(`../../.cache/${folder}/program/program.js`);
}
