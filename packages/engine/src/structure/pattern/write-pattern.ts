import {
  ANY_CHARACTER,
  type CharSet,
  choice,
  EMPTY,
  type Expression,
  repeat,
  sequence,
  type Writing,
} from "../grammar/index.ts";
import type { StructureLimits } from "../limits.ts";
import { Untranslatable } from "../structure-error.ts";
import { parsePattern } from "./parse-pattern.ts";
import type { Pattern, PatternFlags } from "./syntax.ts";

export interface PatternOptions {
  readonly flags: PatternFlags;
  readonly writing: Writing;
  readonly limits: StructureLimits;
}

/** Texts that match a pattern from their beginning to their end, whether or not it has anchors there. */
export function wholeMatch(source: string, { flags, writing, limits }: PatternOptions): Expression {
  const alternatives = alternativesOf(parsePattern(source, flags, limits));
  return choice(...alternatives.map(({ body }) => write(body, writing)));
}

/** A pattern that is looked for in texts, as JSON Schema means it. */
export class Search {
  readonly #alternatives: readonly Alternative[];

  /** Throws {@link Untranslatable}. */
  constructor(source: string, flags: PatternFlags, limits: StructureLimits) {
    this.#alternatives = alternativesOf(parsePattern(source, flags, limits));
  }

  /** Texts that have a match somewhere in them. */
  texts(writing: Writing): Expression {
    const around = (isAnchored: boolean) => (isAnchored ? EMPTY : writing.run(ANY_CHARACTER, 0));
    return choice(
      ...this.#alternatives.map(({ start, body, end }) =>
        sequence(around(start), write(body, writing), around(end)),
      ),
    );
  }

  /** The characters of the shortest and of the longest of these texts. */
  get lengths(): Lengths {
    const lengths = this.#alternatives.map(({ start, body, end }): Lengths => {
      const { min, max } = lengthOf(body);
      return { min, max: start && end ? max : Number.POSITIVE_INFINITY };
    });
    return either(lengths);
  }

  /** Whether a text that matches does so from its beginning to its end. */
  get isWhole(): boolean {
    return this.#alternatives.every(({ start, end }) => start && end);
  }

  /** Where it is nothing but a number of characters of one kind, between anchors: those; null for any other. */
  get counted(): CountedCharacter | null {
    const [only, ...others] = this.#alternatives;
    if (!only?.start || !only.end || others.length > 0) return null;
    const inner = unwrapped(only.body);
    if (inner.type !== "repeat") return null;
    const of = unwrapped(inner.of);
    return of.type === "character" ? { set: of.set, min: inner.min, max: inner.max } : null;
  }
}

export interface Lengths {
  readonly min: number;
  readonly max: number;
}

export interface CountedCharacter extends Lengths {
  readonly set: CharSet;
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

/** The alternatives at the top, with their anchors taken off. */
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
      return choice(...pattern.options.map((option) => write(option, writing)));
    case "repeat": {
      const of = unwrapped(pattern.of);
      const isRun = of.type === "character" && pattern.max === Number.POSITIVE_INFINITY;
      return isRun ? writing.run(of.set, pattern.min) : repeat(write(of, writing), pattern.min, pattern.max);
    }
    case "anchor":
      throw new Untranslatable("the regular expression has an anchor within it");
  }
}

function lengthOf(pattern: Pattern): Lengths {
  switch (pattern.type) {
    case "character":
      return { min: 1, max: 1 };
    case "anchor":
      return { min: 0, max: 0 };
    case "choice":
      return either(pattern.options.map(lengthOf));
    case "repeat": {
      const { min, max } = lengthOf(pattern.of);
      return { min: times(min, pattern.min), max: times(max, pattern.max) };
    }
    case "sequence": {
      const parts = pattern.parts.map(lengthOf);
      return {
        min: parts.reduce((sum, part) => sum + part.min, 0),
        max: parts.reduce((sum, part) => sum + part.max, 0),
      };
    }
  }
}

/** Of what has no limit, none at all is still nothing. */
function times(length: number, count: number): number {
  return length === 0 || count === 0 ? 0 : length * count;
}

function either(lengths: readonly Lengths[]): Lengths {
  return {
    min: Math.min(...lengths.map(({ min }) => min)),
    max: Math.max(...lengths.map(({ max }) => max)),
  };
}
