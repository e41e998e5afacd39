import { blankOut, type Rewrite, replaceWith, replaceWithName, replaceWithSpaces } from "./rewrite.ts";

/** A macro name in the usual spelling. */
const MACRO = String.raw`[A-Z][A-Z\d]*_[A-Z\d_]+`;

/** Code for the preprocessor, which the grammar does not run. */
const MACROS: readonly Rewrite[] = [
  // Macros that stand for attributes, such as for a library's exports.
  replaceWithSpaces(
    new RegExp(String.raw`(?<=\b(?:class|struct)\s+)${MACRO}(?=\s+\w+\s*(?:final\s*)?[:{])`, "g"),
  ),
  replaceWithSpaces(
    new RegExp(
      String.raw`(?<=^[ \t]*)${MACRO}(?=[ \t]+(?:void|bool|char|int|float|double|auto|const|static|inline|constexpr|unsigned|virtual|explicit|extern|struct|class|std::\w+)\b)`,
      "gm",
    ),
  ),
  replaceWithSpaces(/\b(?:WINAPI|CALLBACK|APIENTRY|__stdcall|__cdecl|__fastcall)(?=\s+\w+\s*\()/g),
  replaceWithSpaces(/\b__(?:global|device|host|shared|constant|forceinline)__(?=\s)/g),
  replaceWithSpaces(/<<<[^<>;{}]+>>>(?=\s*\()(?<=\w<<<[^<>;{}]+>>>)/g),
  // A macro call on a separate line, at the top level: its expansion contains the semicolon.
  replaceWithSpaces(
    new RegExp(
      String.raw`^${MACRO}\([^(){};]*\)(?=[ \t]*(?:$|//))(?<=(?:[;}]\s+|^#[^\n]*\n\s*)${MACRO}\([^(){};]*\))`,
      "gm",
    ),
  ),
  // A macro call that opens a block, such as a test within a test.
  {
    pattern: /\b[A-Z][A-Z\d_]{3,}(?=\s*\([^(){};]+\)\s*\{)(?<=(?:^|[;{}]\s*)\w+)/gm,
    replace: (match) => `${blankOut(match.slice(2))}if`,
  },
  replaceWithSpaces(/\bQ_(?:OBJECT|GADGET)\b/g),
  replaceWithSpaces(/(?<=\b(?:public|protected|private)\s+)(?:Q_SLOTS|slots)(?=\s*:(?!:))/g),
  replaceWith("public", /\b(?:Q_SIGNALS|signals)(?=\s*:(?!:))(?<=[;{}]\s*\w+)/g),
  replaceWithName(/\b__has_include\s*\(\s*(?:<[^<>\s]+>|"[^"\s]+")\s*\)/g),
  replaceWithSpaces(/\b__attribute__\s*\(\(\w+(?:\([\w", ]*\))?\)\)(?=\s*(?:struct|class|union)\b)/g),
];

export const CPP: readonly Rewrite[] = [
  replaceWith("(1)", /(?:(?:!|\bnot\b)\s*)?\bconsteval(?=\s*\{)(?<=\bif\s*(?:(?:!|not\b)\s*)?consteval)/g),
  // Designated initializers with braces.
  replaceWithSpaces(/(?<=[{,]\s*)\.\w+(?=\s*\{)/g),
  replaceWithName(/(?<=(?:[=(,]|\breturn\b)\s*)auto(?=\s*\{)/g),
  // Explicit instantiations.
  replaceWithSpaces(/\b(?:extern\s+)?template(?=\s+(?:class|struct|union)\s+[\w:]+\s*<[^{};]*>\s*;)/g),
  replaceWithSpaces(/\[\[[\w:, ]+(?:\("[^"\n]*"\))?\]\](?=\s*[,=}])/g),
  replaceWith("->_", /(?<=[\w)\]])->\*(?=\w)/g),
  replaceWithSpaces(/(?<=\b(?:int|unsigned|bool|char|short|long|u?int\d+_t)\s+\w+\s*):\s*\d+\s*(?==)/g),
  // Default values of parameters.
  replaceWithName(/(?<==\s*)\{\s*(?:[\w.]+\s*(?:,\s*[\w.]+\s*)*)?\}(?=\s*[,)])/g),
  replaceWithName(
    /\bdecltype\((?:[^(){};]|\((?:[^(){};]|\([^(){};]*\))*\))+\)(?=\s*[({])(?<=(?:[=(,]|\breturn\b)\s*decltype\([^{};]*)/g,
  ),
  replaceWithSpaces(/,\s*\w+\(\)(?=\s*\))(?<=\bdecltype\([^{};]*)/g),
  replaceWithSpaces(/(?<=\busing\s+[\w:]+::operator\s*\(\)\s*)\.\.\.(?=\s*;)/g),
  ...MACROS,
];
