import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "tsdown";

const FOLDER = fileURLToPath(new URL(".", import.meta.url));
const MAIN = "main";

/**
 * Bundles the playground, with all that it imports, into static files: `index.html`, and `assets/` whose names change
 * with their content.
 * @param {string} folder
 */
export async function buildPlayground(folder) {
  const bundles = await build({
    config: false,
    cwd: FOLDER,
    entry: { [MAIN]: "src/main.ts" },
    outDir: folder,
    platform: "browser",
    target: "es2023",
    format: "esm",
    minify: true,
    dts: false,
    logLevel: "error",
    deps: { alwaysBundle: [/./], onlyBundle: false },
    inputOptions: { resolve: { conditionNames: ["flint-source", "browser", "import", "default"] } },
    outputOptions: {
      entryFileNames: "assets/[name]-[hash].js",
      chunkFileNames: "assets/[name]-[hash].js",
    },
  });
  const chunks = bundles.flatMap((bundle) => bundle.chunks).filter((chunk) => chunk.type === "chunk");
  const main = chunks.find((chunk) => chunk.isEntry && chunk.name === MAIN);
  if (main === undefined) throw new Error("the bundle of the playground has no entry");
  mkdirSync(join(folder, "assets"), { recursive: true });
  const page = readFileSync(join(FOLDER, "index.html"), "utf8")
    .replace("src/main.ts", main.fileName)
    .replace(/src\/page\/[\w.-]+/g, (source) => copyHashed(source, folder));
  writeFileSync(join(folder, "index.html"), page);
}

/** @returns {string} the asset's path from the page */
function copyHashed(source, folder) {
  const content = readFileSync(join(FOLDER, source));
  const hash = createHash("sha256").update(content).digest("base64url").slice(0, 8);
  const path = source.replace(/^.*\/([\w-]+)\.(\w+)$/, `assets/$1-${hash}.$2`);
  writeFileSync(join(folder, path), content);
  return path;
}
