import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { CACHE } from "../setup/paths.mjs";
import { withProgress } from "../setup/progress.mjs";
import { runQuietly } from "../setup/quiet-command.mjs";

/**
 * Loads packages that are downloaded from npm on first use: they are clients to test with, not dependencies.
 * @param {string} name of the folder to keep them in
 * @param {Readonly<Record<string, string>>} versions by package name
 * @returns {Promise<Record<string, any>>} the exports of each package, by name
 */
export async function fetchedPackages(name, versions) {
  const names = Object.keys(versions);
  const wanted = names.map((each) => `${each}@${versions[each]}`);
  const folder = `${CACHE}clients/${name}/${wanted.join("+").replaceAll("/", "-")}`;
  if (!existsSync(folder)) {
    // Install into a temporary folder: an interrupted download is then repeated.
    const fetching = `${folder}.part`;
    rmSync(fetching, { recursive: true, force: true });
    mkdirSync(fetching, { recursive: true });
    await withProgress(`Fetching ${wanted.join(" and ")} from npm`, () =>
      runQuietly(
        "npm",
        ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", fetching, ...wanted],
        {
          remedy:
            "If npm could not reach its registry: check the network and run the command again. npm said:",
        },
      ),
    );
    renameSync(fetching, folder);
  }
  const entry = `${folder}/entry.mjs`;
  writeFileSync(entry, names.map((each, at) => `export * as p${at} from "${each}";\n`).join(""));
  const loaded = await import(pathToFileURL(entry).href);
  return Object.fromEntries(names.map((each, at) => [each, loaded[`p${at}`]]));
}
