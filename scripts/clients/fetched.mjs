import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { CACHE } from "../setup/paths.mjs";
import { withProgress } from "../setup/progress.mjs";
import { runQuietly } from "../setup/quiet-command.mjs";

/**
 * Packages fetched from npm at the first need and kept: they are clients to check against, not dependencies.
 * @param {string} name of the folder that they are kept in
 * @param {Readonly<Record<string, string>>} versions by the packages' names
 * @returns {Promise<Record<string, any>>} what each package exports, by its name
 */
export async function fetchedPackages(name, versions) {
  const names = Object.keys(versions);
  const wanted = names.map((each) => `${each}@${versions[each]}`);
  const folder = `${CACHE}clients/${name}/${wanted.join("+").replaceAll("/", "-")}`;
  if (!existsSync(folder)) {
    // Elsewhere first: what was cut off is fetched again.
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
