import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parseTar } from "nanotar";

/** A text file of a package. */
export interface SourceFile {
  /** Path inside the package. */
  readonly path: string;
  readonly text: string;
}

const LARGEST_FILE = 4_000_000;

/** Returns the files of a package's archive whose path `wanted` accepts, sorted by path. */
export function readArchive(path: string, wanted: (path: string) => boolean): SourceFile[] {
  return parseTar(gunzipSync(readFileSync(path)))
    .filter((entry) => entry.type === "file" && entry.size > 0 && entry.size < LARGEST_FILE)
    .map((entry) => ({ entry, path: entry.name.replace(/^[^/]+\//, "") }))
    .filter(({ path }) => wanted(path))
    .map(({ entry, path }) => ({ path, text: entry.text.replaceAll("\r\n", "\n") }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * Returns the SPDX identifier in a package's manifest. Older manifests have an object or a list instead of a string.
 */
export function licenceOf(manifest: string): string {
  const { license, licenses } = JSON.parse(manifest) as { license?: unknown; licenses?: unknown };
  const first = license ?? (Array.isArray(licenses) ? licenses[0] : licenses);
  const name = typeof first === "object" && first !== null ? (first as { type?: unknown }).type : first;
  return typeof name === "string" ? name : "none";
}
