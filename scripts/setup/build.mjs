import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CACHE, ROOT } from "./paths.mjs";
import { withProgress } from "./progress.mjs";
import { runQuietly } from "./quiet-command.mjs";

const STAMPS = `${CACHE}build/`;
/** Inputs of every package's build besides its own files. */
const SHARED_INPUTS = ["tsconfig.json", "node_modules/tsdown/package.json", "scripts/setup/compile.mjs"];

/**
 * @typedef {{ folder: string, name: string, dependencies: string[], outputs: string[], code: string }} Package
 * `outputs`: the files that its package.json exports. `code`: a hash of its inputs.
 * @typedef {{ folder: string, path: string, manifest: Record<string, any>, files: string[] }} Workspace
 */

/**
 * Returns the packages whose `dist` is out of date.
 * @param {{ types: boolean }} options With `types`, declarations must be current too; they also depend on the
 *   packages that a package imports.
 */
export function stalePackages({ types }) {
  const packages = readPackages();
  return packages.filter((one) => {
    const stamp = readStamp(one.folder);
    if (stamp.code !== one.code || (types && stamp.types !== typesFingerprint(one, packages))) return true;
    return one.outputs.some((file) => (types || !file.endsWith(".d.ts")) && !existsSync(file));
  });
}

/**
 * @param {readonly Package[]} stale
 * @param {{ types: boolean }} options
 */
export async function build(stale, { types }) {
  const packages = readPackages();
  // Remove the stamps first: a build that fails half-way leaves files that match none.
  for (const { folder } of stale) rmSync(stampFile(folder), { force: true });
  const folders = stale.map(({ folder }) => folder);
  await withProgress(`Building ${stale.map(({ name }) => name).join(", ")}`, () =>
    runQuietly(process.execPath, ["scripts/setup/compile.mjs", ...(types ? ["--types"] : []), ...folders]),
  );
  mkdirSync(STAMPS, { recursive: true });
  for (const one of stale) {
    const stamp = { code: one.code, types: types ? typesFingerprint(one, packages) : null };
    writeFileSync(stampFile(one.folder), `${JSON.stringify(stamp)}\n`);
  }
}

/** @returns {Package[]} */
function readPackages() {
  const shared = fingerprint(SHARED_INPUTS.map((file) => ROOT + file));
  const workspaces = readWorkspaces();
  return workspaces
    .filter((one) => !isEmbedded(one))
    .map(({ folder, path, manifest, files }) => {
      const embedded = Object.keys(manifest.devDependencies ?? {}).flatMap((name) =>
        workspaces.filter((one) => one.manifest.name === name && isEmbedded(one)),
      );
      return {
        folder,
        name: manifest.name,
        dependencies: Object.keys(manifest.dependencies ?? {}),
        outputs: [...distFiles(manifest.exports)].map((file) => path + file.slice(2)),
        code: fingerprint([...files, ...embedded.flatMap((one) => allFiles(one, workspaces))], shared),
      };
    });
}

/** @returns {Workspace[]} */
function readWorkspaces() {
  return readdirSync(`${ROOT}packages`)
    .filter((folder) => existsSync(`${ROOT}packages/${folder}/src`))
    .map((folder) => {
      const path = `${ROOT}packages/${folder}/`;
      const manifest = JSON.parse(readFileSync(`${path}package.json`, "utf8"));
      const own = readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isFile());
      const sources = readdirSync(`${path}src`, { recursive: true, withFileTypes: true }).filter(
        (entry) => entry.isFile() && !entry.name.endsWith(".test.ts"),
      );
      const files = [...own, ...sources].map((entry) => join(entry.parentPath, entry.name)).sort();
      return { folder, path, manifest, files };
    });
}

/**
 * Whether the package is only bundled into packages that have it as a development dependency, and not built itself.
 */
function isEmbedded({ manifest }) {
  return manifest.private === true;
}

/** Returns the files of a package and of all packages it imports. */
function allFiles(one, workspaces) {
  const below = workspaces.filter(({ manifest }) => manifest.name in (one.manifest.dependencies ?? {}));
  return [...one.files, ...below.flatMap((other) => allFiles(other, workspaces))];
}

function* distFiles(target) {
  if (typeof target === "object") for (const value of Object.values(target)) yield* distFiles(value);
  else if (target.startsWith("./dist/")) yield target;
}

function typesFingerprint(one, packages) {
  const hash = createHash("sha256").update(one.code);
  for (const other of packages)
    if (one.dependencies.includes(other.name)) hash.update(typesFingerprint(other, packages));
  return hash.digest("hex");
}

function fingerprint(files, seed = "") {
  const hash = createHash("sha256").update(seed);
  for (const file of files) hash.update(`\0${file.slice(ROOT.length)}\0`).update(readFileSync(file));
  return hash.digest("hex");
}

function readStamp(folder) {
  try {
    return JSON.parse(readFileSync(stampFile(folder), "utf8"));
  } catch (error) {
    // A missing or incomplete stamp means that there is no build.
    if (error.code === "ENOENT" || error instanceof SyntaxError) return {};
    throw error;
  }
}

function stampFile(folder) {
  return `${STAMPS}${folder}.json`;
}
