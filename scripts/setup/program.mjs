import { CACHE, ROOT } from "./paths.mjs";

/**
 * What program.ts of this folder exports: bundled on the fly over the built packages, which stay out of the bundle.
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
    // The compiler's own help for `using` is no package of ours.
    deps: { neverBundle: [/^[a-z@](?!oxc-project)/] },
    logLevel: "error",
  });
  return import(`../../.cache/${folder}/program/program.js`);
}
