// npm run sbom [-- --out PATH]: lists Flint's components as a CycloneDX document, and checks that each licence is
// allowed.
import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { parseArgs, promisify } from "node:util";
import { DEVELOPMENT, refused, SHIPPED } from "./sbom/licences.mjs";
import { CACHE, ROOT } from "./setup/paths.mjs";

const MOST_OUTPUT = 64 * 1024 * 1024;

const { out = `${CACHE}sbom/flint.cdx.json` } = readArguments();
const shipped = await sbom(["--omit", "dev", "--workspace", "packages/cli"]);
const all = await sbom([]);

const { version } = JSON.parse(readFileSync(`${ROOT}packages/cli/package.json`, "utf8"));
// npm uses the folder's name as the project's.
Object.assign(shipped.metadata.component, { name: "flint", version });
const path = resolve(out);
mkdirSync(dirname(path), { recursive: true });
writeFileSync(`${path}.part`, `${JSON.stringify(shipped, null, 2)}\n`);
renameSync(`${path}.part`, path);

const otherPlatformNames = otherPlatforms();
const checkedComponents = all.components.filter(
  (one) => hasLicence(one) || !otherPlatformNames.has(one.name),
);
const faults = [
  ...refused(shipped.components, SHIPPED).map((fault) => `${fault} (installed with Flint)`),
  ...refused(checkedComponents, DEVELOPMENT),
];
console.log(`${shipped.components.length} packages are installed with Flint: ${path.replace(ROOT, "")}`);
if (faults.length > 0) {
  console.error(
    `Licences that are not allowed (scripts/sbom/licences.mjs has those that are):\n  ${[...new Set(faults)].join("\n  ")}`,
  );
  process.exitCode = 1;
} else {
  const unknown = all.components.length - checkedComponents.length;
  console.log(
    `${checkedComponents.length} licences are allowed, those of what only builds and tests it included; ${unknown} packages for other platforms are in the lock file without one.`,
  );
}

/** From the lock file, for the same result on every machine. */
async function sbom(args) {
  const all = ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only", ...args];
  const { stdout } = await promisify(execFile)("npm", all, {
    cwd: ROOT,
    maxBuffer: MOST_OUTPUT,
    shell: process.platform === "win32",
  });
  return JSON.parse(stdout);
}

/**
 * Returns packages for other platforms: the lock file lacks the licences of those that npm has not installed here.
 */
function otherPlatforms() {
  const { packages } = JSON.parse(readFileSync(`${ROOT}package-lock.json`, "utf8"));
  const entries = Object.entries(packages).filter(([, { optional, os, cpu }]) => optional && (os || cpu));
  return new Set(
    entries.map(([path]) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length)),
  );
}

function hasLicence({ licenses }) {
  return licenses !== undefined && licenses.length > 0;
}

function readArguments() {
  try {
    return parseArgs({ options: { out: { type: "string" } } }).values;
  } catch (error) {
    console.error(`${error.message}\nUsage: npm run sbom [-- --out PATH]`);
    process.exit(2);
  }
}
