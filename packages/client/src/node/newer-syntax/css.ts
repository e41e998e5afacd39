import { as, blank, blanked, name, type Rewrite } from "./rewrite.ts";

/** Reads a statement as an `@import` of a string. */
function imported(match: string): string {
  return `@import "${match.slice(10).replace(/[^\r\n]/g, "_")}"`;
}

export const CSS: readonly Rewrite[] = [
  // Ranges: of two comparisons, the first is dropped; a single one is read as a colon.
  blank(/(?<=\(\s*)[\d.]+[a-z]*\s*[<>]=?(?=\s*[a-z-]+\s*[<>])(?<=@(?:media|container)\b[^{};]*)/g),
  as(":", /(?<=\(\s*[a-z-]+\s*)(?:[<>]=?|=)(?=\s*[\w.(-])(?<=@(?:media|container)\b[^{};]*)/g),
  {
    pattern: /(?<=\(\s*)[\d.]+[a-z]*\s*[<>]=?(?=\s*[a-z-]+\s*\))(?<=@(?:media|container)\b[^{};]*)/g,
    read: blanked,
  },
  blank(/(?<=@container\s+)(?!not\b|style\b)[\w-]+(?=\s*(?:\(|not\b|style\b))/g),
  blank(/\bstyle(?=\(\s*--[\w-]+\s*(?::[^(){};]*)?\))(?<=@container\b[^{};]*)/g),
  // The parent selector `&` after the start of a selector.
  { pattern: /(?<=[^\s{};,/][ \t]+|\()&(?=[\s.:#[,){>+~])/g, read: () => "*" },
  blank(/\b(?:layer|supports)\([^()]*\)(?<=@import\b[^{};]*)/g),
  { pattern: /(?<=\d)\.(?=\d+%\s*[{,])/g, read: () => "0" },
  blank(/(?<=@page\b[^{};]*):(?:first|left|right|blank)\b/g),
  // The flag of an attribute selector.
  blank(/(?<=["']\s*)[iIsS](?=\s*\])/g),
  blank(/(?<=[;{]\s*);/g),
  { pattern: /--[\w-]+\s*:(?=\s*;)/g, read: (match) => `${match.slice(1)}0` },
  // Tailwind's own rules.
  as("@import", /@(?:plugin|source|config|reference)(?=\s+(?:"[^"\n]*"|'[^'\n]*')\s*;)/g),
  blank(/\((?:[^(){}]|\((?:[^(){}]|\([^(){}]*\))*\))*\)(?=\s*;)(?<=@custom-variant\s+[\w-]+\s*\([^{};]*)/g),
  // The contents of a URL without quotes.
  name(/(?<=\burl\(\s*)[^\s()'"{};]+(?=\s*\))/g),
  // A numeric escape ends with a space.
  { pattern: /(?<=\\[\da-fA-F]{1,6})[ ](?=[\w-])/g, read: () => "_" },
  name(/\bprogid:[\w.]+\([^(){};]*\)/g),
  // Nested layers.
  { pattern: /\.(?=[\w-])(?<=@layer\s+[\w\s,.-]{1,100})/g, read: () => "_" },
  name(/(?<=[{;]\s*--(?:[\w-]+-)?)\*(?=\s*:)/g),
  { pattern: /@custom-media\s+--[\w-]+\s+(?:[\w\s,-]|\([^(){};"']+\))+(?=;)/g, read: imported },
  { pattern: /@value\s+[\w-]+\s*:\s*[\w#.%-][^(){};:"']*(?=;)/g, read: imported },
];
