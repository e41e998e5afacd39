import { as, blank, blanked, name, type Rewrite } from "./rewrite.ts";

/** A macro's name, as they are written everywhere. */
const MACRO = String.raw`[A-Z][A-Z\d]*_[A-Z\d_]+`;

/** What programs leave to the preprocessor, which the grammar does not run. */
const MACROS: readonly Rewrite[] = [
  // Attributes by another name, as of what a library exports.
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
  // A call that begins a line and ends it, outside of everything: what it stands for has its own semicolon.
  blank(
    new RegExp(
      String.raw`^${MACRO}\([^(){};]*\)(?=[ \t]*(?:$|//))(?<=(?:[;}]\s+|^#[^\n]*\n\s*)${MACRO}\([^(){};]*\))`,
      "gm",
    ),
  ),
  // One that opens a block, as of a test within a test.
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
  // Designated initialisers with braces.
  blank(/(?<=[{,]\s*)\.\w+(?=\s*\{)/g),
  name(/(?<=(?:[=(,]|\breturn\b)\s*)auto(?=\s*\{)/g),
  // Explicit instantiations.
  blank(/\b(?:extern\s+)?template(?=\s+(?:class|struct|union)\s+[\w:]+\s*<[^{};]*>\s*;)/g),
  blank(/\[\[[\w:, ]+(?:\("[^"\n]*"\))?\]\](?=\s*[,=}])/g),
  as("->_", /(?<=[\w)\]])->\*(?=\w)/g),
  blank(/(?<=\b(?:int|unsigned|bool|char|short|long|u?int\d+_t)\s+\w+\s*):\s*\d+\s*(?==)/g),
  // Defaults of parameters.
  name(/(?<==\s*)\{\s*(?:[\w.]+\s*(?:,\s*[\w.]+\s*)*)?\}(?=\s*[,)])/g),
  name(
    /\bdecltype\((?:[^(){};]|\((?:[^(){};]|\([^(){};]*\))*\))+\)(?=\s*[({])(?<=(?:[=(,]|\breturn\b)\s*decltype\([^{};]*)/g,
  ),
  blank(/,\s*\w+\(\)(?=\s*\))(?<=\bdecltype\([^{};]*)/g),
  blank(/(?<=\busing\s+[\w:]+::operator\s*\(\)\s*)\.\.\.(?=\s*;)/g),
  ...MACROS,
];
