import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "tsdown";

const FOLDER = fileURLToPath(new URL(".", import.meta.url));
const MAIN = "main";
/** What the parsers of all languages share. */
const LANGUAGE = "language";
/** What every page soon loads: what edits are made with, and the languages' shared part. */
const SOON = ["making", LANGUAGE];

/**
 * Bundles the playground, with all that it imports, into static files: `index.html`, `licenses.txt`, and `assets/`
 * whose names change with their content.
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
      codeSplitting: {
        includeDependenciesRecursively: false,
        groups: [
          { name: LANGUAGE, test: /node_modules[\\/]@(lezer[\\/]lr|codemirror[\\/]autocomplete)[\\/]/ },
        ],
      },
    },
  });
  const chunks = bundles.flatMap((bundle) => bundle.chunks).filter((chunk) => chunk.type === "chunk");
  const main = chunks.find((chunk) => chunk.isEntry && chunk.name === MAIN);
  if (main === undefined) throw new Error("the bundle of the playground has no entry");
  const soon = chunks.filter(({ name }) => SOON.includes(name));
  if (soon.length !== SOON.length)
    throw new Error(`the bundle of the playground lacks one of ${SOON.join(", ")}`);
  const preloads = soon.map(({ fileName }) => `\n    <link rel="modulepreload" href="${fileName}" />`);
  mkdirSync(join(folder, "assets"), { recursive: true });
  const page = readFileSync(join(FOLDER, "index.html"), "utf8")
    .replace(/(?=\s*<script )/, preloads.join(""))
    .replace("src/main.ts", main.fileName)
    .replace(/src\/page\/[\w.-]+/g, (source) => copyHashed(source, folder));
  writeFileSync(join(folder, "index.html"), page);
  writeFileSync(
    join(folder, "licenses.txt"),
    licensesOf(chunks.flatMap((chunk) => Object.keys(chunk.modules))),
  );
}

/**
 * The licences of the packages that these modules are from, as those ask for.
 * @param {readonly string[]} modules their paths
 */
function licensesOf(modules) {
  const paths = modules.map((path) => path.replaceAll("\\", "/"));
  const folders = paths.flatMap((path) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+\//.exec(path)?.[0] ?? []);
  const texts = [...new Set(folders)].sort().map((folder) => {
    const { name, version } = JSON.parse(readFileSync(`${folder}package.json`, "utf8"));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    if (file === undefined) throw new Error(`${name} has no licence to be shipped with the playground`);
    return `${name} ${version}\n\n${readFileSync(`${folder}${file}`, "utf8").trim()}\n`;
  });
  return texts.join(`\n${"-".repeat(80)}\n\n`);
}

/** @returns {string} the asset's path from the page */
function copyHashed(source, folder) {
  const content = readFileSync(join(FOLDER, source));
  const hash = createHash("sha256").update(content).digest("base64url").slice(0, 8);
  const path = source.replace(/^.*\/([\w-]+)\.(\w+)$/, `assets/$1-${hash}.$2`);
  writeFileSync(join(folder, path), content);
  return path;
}
