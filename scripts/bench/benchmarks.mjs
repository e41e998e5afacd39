import { readdirSync } from "node:fs";
import { CACHE, ROOT } from "../setup/paths.mjs";

/** @typedef {import("../../bench/measure/index.ts").Benchmark} Benchmark */

/**
 * Loads the benchmarks, one from each bench/NAME.ts, and the code of the scoreboard's page. They are bundled on the
 * fly; the built packages stay outside the bundle.
 * @returns {Promise<{
 *   benchmarks: readonly Benchmark[],
 *   scoreboard: typeof import("../../bench/scoreboard/index.ts").scoreboard,
 * }>}
 */
export async function loadBenchmarks() {
  const { build } = await import("tsdown");
  const names = readdirSync(`${ROOT}bench`)
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.slice(0, -".ts".length));
  await build({
    config: false,
    cwd: `${ROOT}bench`,
    entry: {
      ...Object.fromEntries(names.map((name) => [name, `${name}.ts`])),
      "page/scoreboard": "scoreboard/index.ts",
    },
    outDir: `${CACHE}bench`,
    // Another benchmark may be reading these files.
    clean: false,
    platform: "node",
    target: "node20.19",
    fixedExtension: false,
    hash: false,
    sourcemap: true,
    dts: false,
    deps: { neverBundle: ["playwright-core", "@observablehq/plot", "linkedom"] },
    logLevel: "error",
  });
  const [{ scoreboard }, ...modules] = await Promise.all([
    import("../../.cache/bench/page/scoreboard.js"),
    ...names.map((name) => import(`../../.cache/bench/${name}.js`)),
  ]);
  return { benchmarks: modules.map(({ benchmark }) => benchmark), scoreboard };
}

/**
 * Returns the benchmarks' names and descriptions, one per line.
 * @param {readonly Benchmark[]} benchmarks
 */
export function listing(benchmarks) {
  const width = Math.max(...benchmarks.map((one) => one.name.length));
  return benchmarks.map((one) => `  ${one.name.padEnd(width)}  ${one.description}`).join("\n");
}
