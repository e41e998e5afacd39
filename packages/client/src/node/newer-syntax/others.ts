import { BASH } from "./bash.ts";
import { CPP } from "./cpp.ts";
import { CSS } from "./css.ts";
import { as, blank, blanked, name, type Rewrite } from "./rewrite.ts";

const PYTHON: readonly Rewrite[] = [
  // Default values of type parameters.
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
  // Negative constants as generic arguments.
  { pattern: /(?<=[<,]\s*)-(?=\d+\s*[,>])/g, read: () => "1" },
];

const JAVA: readonly Rewrite[] = [
  blank(/(?<=^[ \t]*import\s+)module(?=\s+[\w.]+\s*;)/gm),
  // Statements are allowed before this call in a constructor.
  name(/(?<=[;}]\s*)super(?=\s*\()/g),
];

const CSHARP: readonly Rewrite[] = [
  as("class", /(?<=[:,]\s*)allows\s+ref\s+struct\b/g),
  blank(/(?<=[\w)\]])\?(?=\.\w+(?:\.\w+)*\s*(?:[-+*/%&|^]|\?\?)?=(?![=>]))/g),
  // The named rest of a list pattern.
  blank(/(?<=\.\.\s*)var\s+\w+(?=\s*[\],])/g),
  blank(/(?<=[(,]\s*ref\s+)readonly(?=\s+[\w(])/g),
  blank(/(?<=[(,]\s*)params(?=\s+[\w.]+<)/g),
  // A block of extension members, which can be members of any kind.
  as("class _", /(?<=[{};]\s*)extension(?:<[\w\s,]+>)?\s*\([^(){};]+\)(?=\s*\{)/g),
];

const PHP: readonly Rewrite[] = [blank(/(?<=\b(?:public|protected)\s+)(?:private|protected)\(set\)(?=\s)/g)];

const HTML: readonly Rewrite[] = [
  // Both are text unless they begin an entity or a tag.
  name(/&(?!#?\w+;)/g),
  name(/<(?=[\s\d=])/g),
  blank(/^\s*<\?xml\s[^<>]*\?>/g),
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
