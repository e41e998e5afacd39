import { existsSync } from "node:fs";
import { join } from "node:path";
import {
  archiveName,
  chooseFiles,
  languageOf,
  licenceOf,
  readArchive,
  type SourceFile,
  type SourcePackage,
} from "../packages/index.ts";
import { type ExtractedSnippet, extractSnippets, type Snippet } from "./extract.ts";
import { extractForeign, type ForeignSnippet, foreignLanguageOf } from "./foreign.ts";

/** The snippets of one package. */
export interface PackageSnippets {
  readonly package: SourcePackage;
  readonly snippets: readonly Snippet[];
  readonly foreign: readonly ForeignSnippet[];
}

/** Limits per package, because code of one author teaches one style. */
const MOST_PER_PACKAGE = 5_000;
const MOST_FOREIGN_PER_PACKAGE = 30;

/**
 * Yields the snippets of every package whose archive is in `folder`, without duplicates: a snippet seen in an earlier
 * package is left out. Held-out packages come last, and none of their snippets is in a training package.
 */
export function* collectSnippets(
  packages: readonly SourcePackage[],
  folder: string,
  report: (line: string) => void,
): Generator<PackageSnippets> {
  const seen = new Set<string>();
  for (const one of [...packages].sort((a, b) => Number(a.heldOut) - Number(b.heldOut))) {
    const archive = join(folder, archiveName(one));
    if (!existsSync(archive)) throw new Error(`${archive} is missing: run the command "fetch" first`);
    const files = readArchive(
      archive,
      (path) =>
        path === "package.json" || languageOf(path) !== undefined || foreignLanguageOf(path) !== undefined,
    );
    checkLicence(one, files);
    const snippets = snippetsOf(chooseFiles(files.filter((file) => languageOf(file.path))), seen);
    const foreign = foreignOf(files);
    report(
      `${one.name}@${one.version} (${one.licence}): ${snippets.length} snippets, ${foreign.length} foreign`,
    );
    yield { package: one, snippets, foreign };
  }
}

function snippetsOf(files: readonly SourceFile[], seen: Set<string>): Snippet[] {
  const fresh: ExtractedSnippet[] = [];
  for (const { path, text } of files) {
    for (const snippet of extractSnippets(text, languageOf(path) ?? "js")) {
      if (seen.has(snippet.fingerprint)) continue;
      seen.add(snippet.fingerprint);
      fresh.push(snippet);
    }
  }
  return fresh
    .sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1))
    .slice(0, MOST_PER_PACKAGE)
    .map(({ language, code }) => ({ language, code }));
}

function foreignOf(files: readonly SourceFile[]): ForeignSnippet[] {
  return files
    .flatMap(({ path, text }) => {
      const language = foreignLanguageOf(path);
      return language === undefined || path === "package.json" ? [] : extractForeign(text, language);
    })
    .slice(0, MOST_FOREIGN_PER_PACKAGE);
}

function checkLicence(one: SourcePackage, files: readonly SourceFile[]): void {
  const manifest = files.find((file) => file.path === "package.json");
  const licence = manifest === undefined ? "none" : licenceOf(manifest.text);
  if (licence !== one.licence)
    throw new Error(
      `${one.name}@${one.version} is under "${licence}", but packages.txt says "${one.licence}"`,
    );
}
