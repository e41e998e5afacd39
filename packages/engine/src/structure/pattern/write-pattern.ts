import { Automaton, type AutomatonLimits, Terms } from "../automaton/index.ts";
import {
  ANY_CHARACTER,
  CharSet,
  choice,
  EMPTY,
  type Expression,
  repeat,
  sequence,
  type Writing,
} from "../grammar/index.ts";
import { Untranslatable } from "../structure-error.ts";
import { fitToLength, type Lengths, lengthOf, unionOfLengths } from "./lengths.ts";
import { parsePattern } from "./parse-pattern.ts";
import { hasAssertions, searchTerm } from "./search-term.ts";
import type { Pattern, PatternFlags, PatternReading } from "./syntax.ts";

export interface PatternOptions {
  readonly flags: PatternFlags;
  readonly writing: Writing;
  readonly reading: PatternReading;
}

/** Returns the texts that match a pattern as a whole, with or without anchors. */
export function wholeMatch(source: string, { flags, writing, reading }: PatternOptions): Expression {
  const alternatives = alternativesOf(parsePattern(source, flags, reading));
  return choice(...alternatives.map(({ body }) => write(body, writing)));
}

/** A pattern that may match anywhere in a text, as in JSON Schema. */
export class Search {
  readonly #pattern: Pattern;
  readonly #alternatives: readonly Alternative[];

  /** Whether the pattern uses look-ahead or inner anchors, which {@link texts} cannot express. */
  readonly hasAssertions: boolean;
  /** Lengths of the shortest and longest matching texts, in characters. */
  readonly lengths: Lengths;
  /** Whether a match always covers the whole text. */
  readonly isWhole: boolean;
  /**
   * The character set and counts if the pattern is just one repeated character between anchors; null for any other.
   */
  readonly counted: CountedCharacter | null;

  /** Throws {@link Untranslatable}. */
  constructor(source: string, flags: PatternFlags, reading: PatternReading) {
    this.#pattern = parsePattern(source, flags, reading);
    this.#alternatives = alternativesOf(this.#pattern);
    this.hasAssertions = this.#alternatives.some(({ body }) => hasAssertions(body));
    this.lengths = unionOfLengths(this.#alternatives.map(lengthsOf));
    this.isWhole = this.#alternatives.every(({ start, end }) => start && end);
    this.counted = countedOf(this.#alternatives);
  }

  /**
   * Returns the same texts as {@link texts}, as an automaton. Throws {@link Untranslatable} if it has too many
   * states.
   */
  automaton(limits: AutomatonLimits): Automaton {
    const terms = new Terms((steps) => limits.spend(steps));
    return Automaton.of(searchTerm(this.#pattern, terms), terms, limits);
  }

  /** Returns some of the matching texts, none longer than `most` characters; null if all are longer. */
  fittingTexts(most: number, writing: Writing): Expression | null {
    const any: Pattern = {
      type: "repeat",
      of: { type: "character", set: ANY_CHARACTER },
      min: 0,
      max: Number.POSITIVE_INFINITY,
    };
    const options = this.#alternatives.map(({ start, body, end }): Pattern => {
      return { type: "sequence", parts: [...(start ? [] : [any]), body, ...(end ? [] : [any])] };
    });
    const fitting = fitToLength({ type: "choice", options }, most);
    return fitting && write(fitting, writing);
  }

  /** Returns the texts that contain a match. */
  texts(writing: Writing): Expression {
    const around = (isAnchored: boolean) => (isAnchored ? EMPTY : writing.run(ANY_CHARACTER, 0));
    return choice(
      ...this.#alternatives.map(({ start, body, end }) =>
        sequence(around(start), write(body, writing), around(end)),
      ),
    );
  }
}

export interface CountedCharacter extends Lengths {
  readonly set: CharSet;
}

function lengthsOf({ start, body, end }: Alternative): Lengths {
  const { min, max } = lengthOf(body);
  return { min, max: start && end ? max : Number.POSITIVE_INFINITY };
}

function countedOf([only, ...others]: readonly Alternative[]): CountedCharacter | null {
  if (!only?.start || !only.end || others.length > 0) return null;
  const inner = unwrapped(only.body);
  if (inner.type !== "repeat") return null;
  const of = unwrapped(inner.of);
  return of.type === "character" ? { set: of.set, min: inner.min, max: inner.max } : null;
}

function unwrapped(pattern: Pattern): Pattern {
  if (pattern.type !== "sequence") return pattern;
  const [only] = pattern.parts;
  return only && pattern.parts.length === 1 ? unwrapped(only) : pattern;
}

interface Alternative {
  readonly start: boolean;
  readonly body: Pattern;
  readonly end: boolean;
}

/** Returns the top-level alternatives, without their anchors. */
function alternativesOf(pattern: Pattern): Alternative[] {
  if (pattern.type === "choice") return pattern.options.flatMap(alternativesOf);
  if (pattern.type !== "sequence") return [{ start: false, body: pattern, end: false }];
  const [only] = pattern.parts;
  if (only && pattern.parts.length === 1 && (only.type === "choice" || only.type === "sequence")) {
    return alternativesOf(only);
  }
  const start = pattern.parts[0]?.type === "anchor" && pattern.parts[0].at === "start";
  const last = pattern.parts.at(-1);
  const end = last?.type === "anchor" && last.at === "end" && (pattern.parts.length > 1 || !start);
  const inner = pattern.parts.slice(start ? 1 : 0, end ? -1 : undefined);
  return [{ start, body: { type: "sequence", parts: inner }, end }];
}

function write(pattern: Pattern, writing: Writing): Expression {
  switch (pattern.type) {
    case "character":
      return writing.character(pattern.set);
    case "sequence":
      return sequence(...pattern.parts.map((part) => write(part, writing)));
    case "choice":
      return writtenChoice(pattern.options, writing);
    case "repeat": {
      const of = unwrapped(pattern.of);
      const isRun = of.type === "character" && pattern.max === Number.POSITIVE_INFINITY;
      return isRun ? writing.run(of.set, pattern.min) : repeat(write(of, writing), pattern.min, pattern.max);
    }
    case "anchor":
      throw new Untranslatable("the regular expression has an anchor within it");
    case "ahead":
      throw new Untranslatable("the regular expression has look-ahead");
  }
}

/** Merges single-character alternatives into one set: a character in two of them would be read in two ways. */
function writtenChoice(options: readonly Pattern[], writing: Writing): Expression {
  const bare = options.map(unwrapped);
  const sets = bare.flatMap((option) => (option.type === "character" ? [option.set] : []));
  const others = bare.filter((option) => option.type !== "character");
  if (sets.length < 2) return choice(...options.map((option) => write(option, writing)));
  return choice(writing.character(CharSet.union(sets)), ...others.map((option) => write(option, writing)));
}
