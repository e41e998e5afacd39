import { as, blank, blanked, name, type Rewrite } from "./rewrite.ts";

const PYTHON: readonly Rewrite[] = [
  // The defaults of type parameters.
  {
    pattern: /\b(?:def|class|type)[ \t]+\w+[ \t]*\[(?:[^[\]]|\[(?:[^[\]]|\[[^[\]]*\])*\])*\]/g,
    read: (match) =>
      `${match
        .slice(0, -1)
        .replace(/=\s*\*?(?:[\w.]+|(?=\[))(?:\[[^=]*\])?(?:\s*\|\s*[\w.]+)*(?=\s*(?:,|$))/g, blanked)}]`,
  },
];

const RUST: readonly Rewrite[] = [
  blank(/\bsafe(?=\s+(?:fn|static)\b)/g),
  // Negative constants among generic arguments.
  { pattern: /(?<=[<,]\s*)-(?=\d+\s*[,>])/g, read: () => "1" },
];

const JAVA: readonly Rewrite[] = [
  blank(/(?<=^[ \t]*import\s+)module(?=\s+[\w.]+\s*;)/gm),
  // A constructor may have statements before this call.
  name(/(?<=[;}]\s*)super(?=\s*\()/g),
];

const CPP: readonly Rewrite[] = [
  as("(1)", /(?:(?:!|\bnot\b)\s*)?\bconsteval(?=\s*\{)(?<=\bif\s*(?:(?:!|not\b)\s*)?consteval)/g),
  // Designated initialisers with braces.
  blank(/(?<=[{,]\s*)\.\w+(?=\s*\{)/g),
  name(/(?<=(?:[=(,]|\breturn\b)\s*)auto(?=\s*\{)/g),
  // Explicit instantiations.
  blank(/\b(?:extern\s+)?template(?=\s+(?:class|struct|union)\s+[\w:]+\s*<[^{};]*>\s*;)/g),
  blank(/\[\[[\w:, ]+(?:\("[^"\n]*"\))?\]\](?=\s*[,=}])/g),
  as("->_", /(?<=[\w)\]])->\*(?=\w)/g),
  blank(/(?<=\b(?:int|unsigned|bool|char|short|long|u?int\d+_t)\s+\w+\s*):\s*\d+\s*(?==)/g),
];

const CSHARP: readonly Rewrite[] = [
  as("class", /(?<=[:,]\s*)allows\s+ref\s+struct\b/g),
  blank(/(?<=[\w)\]])\?(?=\.\w+(?:\.\w+)*\s*(?:[-+*/%&|^]|\?\?)?=(?![=>]))/g),
];

const PHP: readonly Rewrite[] = [blank(/(?<=\b(?:public|protected)\s+)(?:private|protected)\(set\)(?=\s)/g)];

const CSS: readonly Rewrite[] = [
  // Ranges: of two comparisons the first is left out, and one is read as a colon.
  blank(/(?<=\(\s*)[\d.]+[a-z]*\s*[<>]=?(?=\s*[a-z-]+\s*[<>])(?<=@(?:media|container)\b[^{};]*)/g),
  as(":", /(?<=\(\s*[a-z-]+\s*)(?:[<>]=?|=)(?=\s*[\w.(-])(?<=@(?:media|container)\b[^{};]*)/g),
  {
    pattern: /(?<=\(\s*)[\d.]+[a-z]*\s*[<>]=?(?=\s*[a-z-]+\s*\))(?<=@(?:media|container)\b[^{};]*)/g,
    read: blanked,
  },
  blank(/(?<=@container\s+)(?!not\b|style\b)[\w-]+(?=\s*(?:\(|not\b|style\b))/g),
  blank(/\bstyle(?=\(\s*--[\w-]+\s*(?::[^(){};]*)?\))(?<=@container\b[^{};]*)/g),
  // The parent as any part of a selector but the first.
  { pattern: /(?<=[^\s{};,/][ \t]+|\()&(?=[\s.:#[,){>+~])/g, read: () => "*" },
  blank(/\b(?:layer|supports)\([^()]*\)(?<=@import\b[^{};]*)/g),
  { pattern: /(?<=\d)\.(?=\d+%\s*[{,])/g, read: () => "0" },
  blank(/(?<=@page\b[^{};]*):(?:first|left|right|blank)\b/g),
  // The flag of an attribute's selector.
  blank(/(?<=["']\s*)[iIsS](?=\s*\])/g),
  blank(/(?<=[;{]\s*);/g),
  { pattern: /--[\w-]+\s*:(?=\s*;)/g, read: (match) => `${match.slice(1)}0` },
  // Tailwind's own rules.
  as("@import", /@(?:plugin|source|config|reference)(?=\s+(?:"[^"\n]*"|'[^'\n]*')\s*;)/g),
  blank(/\((?:[^(){}]|\((?:[^(){}]|\([^(){}]*\))*\))*\)(?=\s*;)(?<=@custom-variant\s+[\w-]+\s*\([^{};]*)/g),
];

const HTML: readonly Rewrite[] = [
  // Both are text where they begin neither an entity nor a tag.
  name(/&(?!#?\w+;)/g),
  name(/<(?=[\s\d=])/g),
  blank(/^\s*<\?xml\s[^<>]*\?>/g),
];

/** By the name of the grammar. */
export const OTHERS: ReadonlyMap<string, readonly Rewrite[]> = new Map([
  ["python", PYTHON],
  ["rust", RUST],
  ["java", JAVA],
  ["cpp", CPP],
  ["c-sharp", CSHARP],
  ["php", PHP],
  ["css", CSS],
  ["html", HTML],
]);
