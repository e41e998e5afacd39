import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { arch, platform } from "node:os";
import { CACHE } from "../../setup/paths.mjs";
import { withProgress } from "../../setup/progress.mjs";
import { runQuietly } from "../../setup/quiet-command.mjs";

export const CODEX_VERSION = "0.169.0";
const BUILDS = ["linux-x64", "linux-arm64", "darwin-x64", "darwin-arm64"];

/**
 * Resolves to the real Codex CLI, which is downloaded from npm on first use: it is a client to test with, not a
 * dependency.
 * @returns {Promise<string>} the path of the program
 */
export async function codexBinary() {
  const build = `${platform()}-${arch()}`;
  if (!BUILDS.includes(build))
    throw new Error(`there is no Codex CLI for ${build}; there is: ${BUILDS.join(", ")}`);
  const folder = `${CACHE}codex/${CODEX_VERSION}`;
  const installed = find(folder, build);
  if (installed) return installed;
  mkdirSync(folder, { recursive: true });
  await withProgress(`Fetching Codex CLI ${CODEX_VERSION} for ${build} from npm (about 160 MB)`, () =>
    runQuietly(
      "npm",
      ["install", "--no-save", "--no-audit", "--no-fund", "--prefix", folder].concat(
        `@openai/codex-${build}@npm:@openai/codex@${CODEX_VERSION}-${build}`,
      ),
      {
        remedy: "If npm could not reach its registry: check the network and run the command again. npm said:",
      },
    ),
  );
  const fetched = find(folder, build);
  if (!fetched) throw new Error(`the package fetched into ${folder} holds no codex program`);
  return fetched;
}

function find(folder, build) {
  const vendor = `${folder}/node_modules/@openai/codex-${build}/vendor`;
  if (!existsSync(vendor)) return undefined;
  return readdirSync(vendor)
    .map((target) => `${vendor}/${target}/bin/codex`)
    .find((file) => existsSync(file));
}
