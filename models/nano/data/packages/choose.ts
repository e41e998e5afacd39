import type { Language } from "../syntax/index.ts";
import type { SourceFile } from "./archive.ts";

const BUILD_FOLDERS = [
  /(^|\/)(src|source|sources|src\.ts|jsm)\//,
  /(^|\/)(esm\d*|es\d*|_?esm2015|_esm\d+|fesm\d+|dist-es|dist-src|module|modern)\//,
  /(^|\/)(lib|libs)\//,
  /(^|\/)(cjs|commonjs|node)\//,
  /(^|\/)(dist|build|out|umd|bundles?|release)\//,
];
const UNREADABLE =
  /\.min\.|\.prod(uction)?\.|\.umd\.|\.d\.[cm]?ts$|(^|\/)(locales?|i18n|node_modules|vendor|third_party|__mocks__|fixtures)\//;
const MINIMUM_TEXT = 8_000;

export function languageOf(path: string): Language | undefined {
  if (UNREADABLE.test(path)) return undefined;
  const extension = /\.([cm]?[jt]sx?)$/.exec(path)?.[1];
  switch (extension) {
    case "ts":
    case "mts":
    case "cts":
      return "ts";
    case "tsx":
      return "tsx";
    case "jsx":
      return "jsx";
    case "js":
    case "mjs":
    case "cjs":
      return "jsx";
    default:
      return undefined;
  }
}

/**
 * Returns only one copy of a package's code: packages often contain their source and several builds. Keeps the copy
 * closest to the source, and files outside such folders.
 */
export function chooseFiles(files: readonly SourceFile[]): SourceFile[] {
  const groups: SourceFile[][] = BUILD_FOLDERS.map(() => []);
  const others: SourceFile[] = [];
  for (const file of files) {
    // The first such folder in the path decides: lib/src/ is a copy in lib.
    const positions = BUILD_FOLDERS.map(
      (folder) => folder.exec(file.path)?.index ?? Number.POSITIVE_INFINITY,
    );
    const first = Math.min(...positions);
    (first === Number.POSITIVE_INFINITY ? others : groups[positions.indexOf(first)])?.push(file);
  }
  const text = (group: readonly SourceFile[]) => group.reduce((sum, file) => sum + file.text.length, 0);
  const best = groups.find((group) => text(group) >= MINIMUM_TEXT) ?? [];
  return [...best, ...others];
}
