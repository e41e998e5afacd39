import { execFile } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { archiveName, type SourcePackage } from "./list.ts";

const AT_ONCE = 12;
const LONGEST_MS = 10 * 60_000;

/** Downloads the archives that are missing from `folder`, by name and version, with npm. Runs none of their scripts. */
export async function fetchPackages(
  packages: readonly SourcePackage[],
  folder: string,
  report: (line: string) => void,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const missing = packages.filter((one) => !existsSync(join(folder, archiveName(one))));
  for (let start = 0; start < missing.length; start += AT_ONCE) {
    const batch = missing.slice(start, start + AT_ONCE).map(({ name, version }) => `${name}@${version}`);
    report(`fetching ${start + 1}–${start + batch.length} of ${missing.length} packages`);
    await promisify(execFile)(
      "npm",
      ["pack", "--silent", "--ignore-scripts", "--pack-destination", folder, ...batch],
      { timeout: LONGEST_MS, shell: process.platform === "win32" },
    );
  }
}
