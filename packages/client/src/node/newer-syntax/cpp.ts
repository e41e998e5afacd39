import { as, blank, blanked, name, type Rewrite } from "./rewrite.ts";

/** A macro name in the usual spelling. */
const MACRO = String.raw`[A-Z][A-Z\d]*_[A-Z\d_]+`;

/** Code for the preprocessor, which the grammar does not run. */
const MACROS: readonly Rewrite[] = [
  // Macros that stand for attributes, such as for a library's exports.
  blank(new RegExp(String.raw`(?<=\b(?:class|struct)\s+)${MACRO}(?=\s+\w+\s*(?:final\s*)?[:{])`, "g")),
  blank(
    new RegExp(
      String.raw`(?<=^[ \t]*)${MACRO}(?=[ \t]+(?:void|bool|char|int|float|double|auto|const|static|inline|constexpr|unsigned|virtual|explicit|extern|struct|class|std::\w+)\b)`,
      "gm",
    ),
  ),
  blank(/\b(?:WINAPI|CALLBACK|APIENTRY|__stdcall|__cdecl|__fastcall)(?=\s+\w+\s*\()/g),
  blank(/\b__(?:global|device|host|shared|constant|forceinline)__(?=\s)/g),
  blank(/<<<[^<>;{}]+>>>(?=\s*\()(?<=\w<<<[^<>;{}]+>>>)/g),
  // A macro call on a separate line, at the top level: its expansion contains the semicolon.
  blank(
    new RegExp(
      String.raw`^${MACRO}\([^(){};]*\)(?=[ \t]*(?:$|//))(?<=(?:[;}]\s+|^#[^\n]*\n\s*)${MACRO}\([^(){};]*\))`,
      "gm",
    ),
  ),
  // A macro call that opens a block, such as a test within a test.
  {
    pattern: /\b[A-Z][A-Z\d_]{3,}(?=\s*\([^(){};]+\)\s*\{)(?<=(?:^|[;{}]\s*)\w+)/gm,
    read: (match) => `${blanked(match.slice(2))}if`,
  },
  blank(/\bQ_(?:OBJECT|GADGET)\b/g),
  blank(/(?<=\b(?:public|protected|private)\s+)(?:Q_SLOTS|slots)(?=\s*:(?!:))/g),
  as("public", /\b(?:Q_SIGNALS|signals)(?=\s*:(?!:))(?<=[;{}]\s*\w+)/g),
  name(/\b__has_include\s*\(\s*(?:<[^<>\s]+>|"[^"\s]+")\s*\)/g),
  blank(/\b__attribute__\s*\(\(\w+(?:\([\w", ]*\))?\)\)(?=\s*(?:struct|class|union)\b)/g),
];

export const CPP: readonly Rewrite[] = [
  as("(1)", /(?:(?:!|\bnot\b)\s*)?\bconsteval(?=\s*\{)(?<=\bif\s*(?:(?:!|not\b)\s*)?consteval)/g),
  // Designated initializers with braces.
  blank(/(?<=[{,]\s*)\.\w+(?=\s*\{)/g),
  name(/(?<=(?:[=(,]|\breturn\b)\s*)auto(?=\s*\{)/g),
  // Explicit instantiations.
  blank(/\b(?:extern\s+)?template(?=\s+(?:class|struct|union)\s+[\w:]+\s*<[^{};]*>\s*;)/g),
  blank(/\[\[[\w:, ]+(?:\("[^"\n]*"\))?\]\](?=\s*[,=}])/g),
  as("->_", /(?<=[\w)\]])->\*(?=\w)/g),
  blank(/(?<=\b(?:int|unsigned|bool|char|short|long|u?int\d+_t)\s+\w+\s*):\s*\d+\s*(?==)/g),
  // Default values of parameters.
  name(/(?<==\s*)\{\s*(?:[\w.]+\s*(?:,\s*[\w.]+\s*)*)?\}(?=\s*[,)])/g),
  name(
    /\bdecltype\((?:[^(){};]|\((?:[^(){};]|\([^(){};]*\))*\))+\)(?=\s*[({])(?<=(?:[=(,]|\breturn\b)\s*decltype\([^{};]*)/g,
  ),
  blank(/,\s*\w+\(\)(?=\s*\))(?<=\bdecltype\([^{};]*)/g),
  blank(/(?<=\busing\s+[\w:]+::operator\s*\(\)\s*)\.\.\.(?=\s*;)/g),
  ...MACROS,
];
