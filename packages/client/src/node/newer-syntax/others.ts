import { BASH } from "./bash.ts";
import { CPP } from "./cpp.ts";
import { CSS } from "./css.ts";
import { blankOut, type Rewrite, replaceWith, replaceWithName, replaceWithSpaces } from "./rewrite.ts";

const PYTHON: readonly Rewrite[] = [
  // Default values of type parameters.
  {
    pattern: /\b(?:def|class|type)[ \t]+\w+[ \t]*\[(?:[^[\]]|\[(?:[^[\]]|\[[^[\]]*\])*\])*\]/g,
    replace: (match) =>
      `${match
        .slice(0, -1)
        .replace(/=\s*\*?(?:[\w.]+|(?=\[))(?:\[[^=]*\])?(?:\s*\|\s*[\w.]+)*(?=\s*(?:,|$))/g, blankOut)}]`,
  },
];

const RUST: readonly Rewrite[] = [
  replaceWithSpaces(/\bsafe(?=\s+(?:fn|static)\b)/g),
  // Negative constants as generic arguments.
  { pattern: /(?<=[<,]\s*)-(?=\d+\s*[,>])/g, replace: () => "1" },
];

const JAVA: readonly Rewrite[] = [
  replaceWithSpaces(/(?<=^[ \t]*import\s+)module(?=\s+[\w.]+\s*;)/gm),
  // Statements are allowed before this call in a constructor.
  replaceWithName(/(?<=[;}]\s*)super(?=\s*\()/g),
];

const CSHARP: readonly Rewrite[] = [
  replaceWith("class", /(?<=[:,]\s*)allows\s+ref\s+struct\b/g),
  replaceWithSpaces(/(?<=[\w)\]])\?(?=\.\w+(?:\.\w+)*\s*(?:[-+*/%&|^]|\?\?)?=(?![=>]))/g),
  // The named rest of a list pattern.
  replaceWithSpaces(/(?<=\.\.\s*)var\s+\w+(?=\s*[\],])/g),
  replaceWithSpaces(/(?<=[(,]\s*ref\s+)readonly(?=\s+[\w(])/g),
  replaceWithSpaces(/(?<=[(,]\s*)params(?=\s+[\w.]+<)/g),
  // A block of extension members, which can be members of any kind.
  replaceWith("class _", /(?<=[{};]\s*)extension(?:<[\w\s,]+>)?\s*\([^(){};]+\)(?=\s*\{)/g),
];

const PHP: readonly Rewrite[] = [
  replaceWithSpaces(/(?<=\b(?:public|protected)\s+)(?:private|protected)\(set\)(?=\s)/g),
];

const HTML: readonly Rewrite[] = [
  // Both are text unless they begin an entity or a tag.
  replaceWithName(/&(?!#?\w+;)/g),
  replaceWithName(/<(?=[\s\d=])/g),
  replaceWithSpaces(/^\s*<\?xml\s[^<>]*\?>/g),
];

/** Rewrites by grammar name. */
export const OTHERS: ReadonlyMap<string, readonly Rewrite[]> = new Map([
  ["python", PYTHON],
  ["rust", RUST],
  ["java", JAVA],
  ["cpp", CPP],
  ["c-sharp", CSHARP],
  ["php", PHP],
  ["css", CSS],
  ["bash", BASH],
  ["html", HTML],
]);
