import { blankOut, type Rewrite, replaceWith, replaceWithName, replaceWithSpaces } from "./rewrite.ts";

/** Reads a statement as an `@import` of a string. */
function asImport(match: string): string {
  return `@import "${match.slice(10).replace(/[^\r\n]/g, "_")}"`;
}

export const CSS: readonly Rewrite[] = [
  // Ranges: of two comparisons, the first is dropped; a single one is read as a colon.
  replaceWithSpaces(
    /(?<=\(\s*)[\d.]+[a-z]*\s*[<>]=?(?=\s*[a-z-]+\s*[<>])(?<=@(?:media|container)\b[^{};]*)/g,
  ),
  replaceWith(":", /(?<=\(\s*[a-z-]+\s*)(?:[<>]=?|=)(?=\s*[\w.(-])(?<=@(?:media|container)\b[^{};]*)/g),
  {
    pattern: /(?<=\(\s*)[\d.]+[a-z]*\s*[<>]=?(?=\s*[a-z-]+\s*\))(?<=@(?:media|container)\b[^{};]*)/g,
    replace: blankOut,
  },
  replaceWithSpaces(/(?<=@container\s+)(?!not\b|style\b)[\w-]+(?=\s*(?:\(|not\b|style\b))/g),
  replaceWithSpaces(/\bstyle(?=\(\s*--[\w-]+\s*(?::[^(){};]*)?\))(?<=@container\b[^{};]*)/g),
  // The parent selector `&` after the start of a selector.
  { pattern: /(?<=[^\s{};,/][ \t]+|\()&(?=[\s.:#[,){>+~])/g, replace: () => "*" },
  replaceWithSpaces(/\b(?:layer|supports)\([^()]*\)(?<=@import\b[^{};]*)/g),
  { pattern: /(?<=\d)\.(?=\d+%\s*[{,])/g, replace: () => "0" },
  replaceWithSpaces(/(?<=@page\b[^{};]*):(?:first|left|right|blank)\b/g),
  // The flag of an attribute selector.
  replaceWithSpaces(/(?<=["']\s*)[iIsS](?=\s*\])/g),
  replaceWithSpaces(/(?<=[;{]\s*);/g),
  { pattern: /--[\w-]+\s*:(?=\s*;)/g, replace: (match) => `${match.slice(1)}0` },
  // Tailwind's own rules.
  replaceWith("@import", /@(?:plugin|source|config|reference)(?=\s+(?:"[^"\n]*"|'[^'\n]*')\s*;)/g),
  replaceWithSpaces(
    /\((?:[^(){}]|\((?:[^(){}]|\([^(){}]*\))*\))*\)(?=\s*;)(?<=@custom-variant\s+[\w-]+\s*\([^{};]*)/g,
  ),
  // The contents of a URL without quotes.
  replaceWithName(/(?<=\burl\(\s*)[^\s()'"{};]+(?=\s*\))/g),
  // A numeric escape ends with a space.
  { pattern: /(?<=\\[\da-fA-F]{1,6})[ ](?=[\w-])/g, replace: () => "_" },
  replaceWithName(/\bprogid:[\w.]+\([^(){};]*\)/g),
  // Nested layers.
  { pattern: /\.(?=[\w-])(?<=@layer\s+[\w\s,.-]{1,100})/g, replace: () => "_" },
  replaceWithName(/(?<=[{;]\s*--(?:[\w-]+-)?)\*(?=\s*:)/g),
  { pattern: /@custom-media\s+--[\w-]+\s+(?:[\w\s,-]|\([^(){};"']+\))+(?=;)/g, replace: asImport },
  { pattern: /@value\s+[\w-]+\s*:\s*[\w#.%-][^(){};:"']*(?=;)/g, replace: asImport },
];
