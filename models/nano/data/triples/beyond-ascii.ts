import { RESERVED } from "../choices/index.ts";
import type { Random } from "../random/index.ts";
import { SYMBOLS, TEXTS, WORDS } from "./foreign-words.ts";
import type { Triple } from "./triple.ts";

/** Matches edits that depend on a word's spelling, which a stand-in hides. */
const ABOUT_SPELLING =
  /\bsort|-sort|alphabet|\border(?:ed|ing)?\b|typo|spel|accent|umlaut|snake|camel|kebab|letter|capital|plural|singular|translat|abbreviat/i;

/** Matches comments, strings, templates and texts between tags. */
const QUOTED =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|>[A-Z][\w ,.!?]*<\//g;

/** Matches text that people read: one capitalized word, or several words without signs of code. */
const PROSE = /^[A-Z][a-z][\w .,:!?()%']*$|^[A-Za-z]\w*[,.:!?)%]* [\w .,:!?()%']*$/;

const DECLARED =
  /\b(?:const|let|var|function|class|interface)\s+([A-Za-z]{3,})\b|[(,] ?([a-z]{3,})(?=[,)])/gi;

/** Names that other code depends on. */
const EXTERNAL_NAMES =
  /^(?:use[A-Z]\w*|GET|POST|PUT|PATCH|DELETE|this|true|false|null|undefined|super|function|typeof|void|await|async|return|new|window|document|console|process|module|exports|require|describe|test|expect|default|constructor|event|method|headers|body|signal|props|children|key|ref)$/;

/** The texts of a triple. */
type Texts = Pick<Triple, "instruction" | "before" | "after">;

/**
 * Returns the triple with some of its words replaced by words beyond ASCII in texts, comments and names. Returns the
 * same triple if no word can be replaced without changing the request.
 */
export function withWordsBeyondAscii(triple: Triple, random: Random): Triple {
  const { family, before, instruction, after } = triple;
  if (ABOUT_SPELLING.test(`${family} ${instruction}`)) return triple;
  const replacements = replacementsFor(triple, random);
  if (replacements.size === 0) return triple;
  const withReplacements = (text: string) =>
    [...replacements].reduce((all, [word, other]) => replaceWord(all, word, other), text);
  return {
    ...triple,
    instruction: withReplacements(instruction),
    before: withReplacements(before),
    after: after === undefined ? after : withReplacements(after),
  };
}

/** Returns replacements for one to four words, or for a whole text. */
function replacementsFor(sides: Texts, random: Random): Map<string, string> {
  const { instruction } = sides;
  const code = codeOf(sides);
  const { prose, rest } = proseIn(code);
  const words = wordsIn(prose, rest);
  const names = namesIn(rest, code);
  const replaceable = new ReplaceableWords(sides);

  const replacements = new Map<string, string>();
  const most = random.between(1, 4);
  const candidates = random
    .shuffle(random.chance(words.length > 0 ? 0.3 : 0.8) ? [...words, ...names] : words)
    // Words that the instruction names come first: they are rarer, and harder to learn.
    .sort((a, b) => Number(instruction.includes(b)) - Number(instruction.includes(a)));
  for (const word of candidates) {
    if (replacements.size === most) break;
    // With an apostrophe between tags, code may be mistaken for a string.
    if (RESERVED.has(word) || !replaceable.has(word)) continue;
    const other = withCaseOf(word, random.pick(WORDS));
    const startsText = words.includes(word) && prose.some((text) => text.startsWith(word));
    if (startsText && random.chance(0.25)) replacements.set(word, `${random.pick(SYMBOLS)} ${word}`);
    else if (![...replacements.values()].includes(other)) replacements.set(word, other);
  }
  const text = random.chance(0.2) ? random.pickIfAny(prose.filter((one) => /\w \w/.test(one))) : undefined;
  if (text !== undefined && isReplaceable(text, [...replacements.keys()], replaceable))
    replacements.set(text, random.pick(TEXTS));
  return replacements;
}

function codeOf({ before, after = "" }: Texts): string {
  return `${before}\n${after}`;
}

/** Returns the text in the code that people read (comments, strings, texts between tags) and the code without it. */
function proseIn(code: string): { prose: readonly string[]; rest: string } {
  const prose = new Set<string>();
  const rest = code.replace(QUOTED, (quoted) => {
    const inner = quoted.replace(/^(?:\/[/*]+|[>"'`])|(?:\*\/|<\/|["'`])$/g, "");
    const pieces = inner.split(/\$\{[^}]*\}|\n/).map((piece) => piece.trim());
    const read = pieces.filter((piece) => PROSE.test(piece));
    for (const piece of read) prose.add(piece);
    return read.length > 0 ? " " : quoted;
  });
  return { prose: [...prose], rest };
}

/**
 * Returns the words of the prose that do not occur in the rest of the code, not even as the beginning of another word.
 */
function wordsIn(prose: readonly string[], rest: string): string[] {
  const words = new Set(prose.flatMap((text) => text.match(/(?<![\\\w])[A-Za-z][a-z]{2,}(?!\w)/g) ?? []));
  return [...words].filter((word) => !new RegExp(`\\b${word}`, "i").test(rest));
}

/** Returns names that the code declares and that are not members. */
function namesIn(rest: string, code: string): string[] {
  const names = new Set([...rest.matchAll(DECLARED)].map((match) => match[1] ?? match[2] ?? ""));
  return [...names].filter(
    (name) => name !== "" && !EXTERNAL_NAMES.test(name) && !new RegExp(`\\.${name}\\b`).test(code),
  );
}

/** Whether a text can be replaced as a whole. */
function isReplaceable(text: string, taken: readonly string[], free: ReplaceableWords): boolean {
  return !/['%]/.test(text) && !taken.some((word) => text.includes(word)) && free.has(text);
}

/** Decides which words of a triple can be replaced. */
class ReplaceableWords {
  readonly #sides: Texts;
  /** The code without spaces in lower case, to find names that were derived from a text. */
  readonly #code: string;
  readonly #request: string;

  constructor(sides: Texts) {
    this.#sides = sides;
    this.#code = condensed(codeOf(sides));
    this.#request = condensed(sides.instruction);
  }

  /**
   * Whether nothing else is derived from the word or text, and the answer takes it from the code or the instruction.
   */
  has(word: string): boolean {
    const { before, after } = this.#sides;
    const stem = condensed(word).slice(0, Math.max(3, word.length - 2));
    const inBefore = countWord(before, word);
    const inAfter = countWord(after ?? "", word);
    if (occurrences(this.#code, stem) !== inBefore + inAfter) return false;
    const inRequest = this.#countInRequest(word);
    if (occurrences(this.#request, stem) !== inRequest) return false;
    return after === undefined || inRequest > 0 || inBefore === inAfter;
  }

  /** Counts a word in the request. English words of the request do not count as code unless they are quoted. */
  #countInRequest(word: string): number {
    const { instruction } = this.#sides;
    const isCamelCase = /[a-z][A-Z]/.test(word);
    if (isCamelCase) return countWord(instruction, word);
    return [...instruction.matchAll(/(?<!\w)(["'`])([^"'`\n]*)\1(?!\w)/g)].reduce(
      (sum, [, , inner = ""]) => sum + countWord(inner, word),
      0,
    );
  }
}

function occurrences(text: string, part: string): number {
  return text.split(part).length - 1;
}

function condensed(text: string): string {
  return text.toLowerCase().replace(/[\s_-]+/g, "");
}

function wholeWord(words: string): RegExp {
  return new RegExp(`(?<![\\w$])${words.replace(/[.?()]/g, "\\$&")}(?![\\w$])`, "g");
}

function countWord(text: string, word: string): number {
  return text.match(wholeWord(word))?.length ?? 0;
}

function replaceWord(text: string, word: string, other: string): string {
  return text.replace(wholeWord(word), () => other);
}

function withCaseOf(word: string, other: string): string {
  const [first = ""] = word;
  return first === first.toLowerCase() ? other : other.charAt(0).toUpperCase() + other.slice(1);
}
