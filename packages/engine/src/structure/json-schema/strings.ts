import { type Expression, repeat, type Writing } from "../grammar/index.ts";
import type { Lengths } from "../pattern/index.ts";
import { Untranslatable } from "../structure-error.ts";
import { FORMATS, FORMATS_WITH_A_LENGTH, FREE_FORMATS, WITHOUT_LOOK_AHEAD } from "./formats.ts";
import type { Shape } from "./shape.ts";
import type { Translation } from "./translation.ts";

export interface StringOptions {
  readonly translation: Translation;
  readonly writing: Writing;
  /** Returns `min` to `max` characters of any kind. `max` may be infinite. */
  free(min: number, max: number): Expression;
}

/**
 * Returns the content of a string. If a pattern covers the whole string, its `format` is taken as a mere name and
 * ignored.
 */
export function stringContent(shape: Shape, options: StringOptions): Expression {
  const { limits, shapes } = options.translation;
  const { minLength: min = 0, maxLength: most = Number.POSITIVE_INFINITY } = shape;
  if (min > limits.repetition) {
    throw shapes.fault(`${shape.pointer}/minLength`, `\`minLength\` is more than ${limits.repetition}`);
  }
  const max = most > limits.repetition ? Number.POSITIVE_INFINITY : most;
  const sources = sourcesOf(shape, options.translation);
  const [only, ...others] = sources;
  if (!only) return options.free(min, max);
  const alone = others.length === 0 ? fromOnePattern(only, { min, max }, options) : null;
  return alone ?? fromAllPatterns(sources, { shape, lengths: { min, max } }, options);
}

/** A pattern that a text must match, and the keyword it comes from. */
interface Source {
  readonly pattern: string;
  readonly keyword: "pattern" | "format";
  readonly name: string;
  readonly place: string;
}

/** Returns the patterns that a string must match, without those that are not supported. */
function sourcesOf(shape: Shape, translation: Translation): readonly Source[] {
  const sources = (shape.patterns ?? []).flatMap((given): Source[] => {
    const pattern = WITHOUT_LOOK_AHEAD.get(given) ?? given;
    const source: Source = {
      pattern,
      keyword: "pattern",
      name: "pattern",
      place: `${shape.pointer}/pattern`,
    };
    return isReadable(source, translation) ? [source] : [];
  });
  const isWhole = sources.some(({ pattern, place }) => translation.patterns.of(pattern, place).isWhole);
  return isWhole ? sources : [...sources, ...formatsOf(shape, sources.length > 0, translation)];
}

function isReadable({ pattern, place }: Source, { patterns, shapes }: Translation): boolean {
  try {
    patterns.of(pattern, place);
    return true;
  } catch (error) {
    if (!(error instanceof Untranslatable)) throw error;
    shapes.refuse(place, `\`pattern\`: ${error.message}`);
    return false;
  }
}

function formatsOf(shape: Shape, hasPattern: boolean, { shapes }: Translation): Source[] {
  const place = `${shape.pointer}/format`;
  const lengthIsLimited = shape.maxLength !== undefined || hasPattern;
  return (shape.formats ?? []).flatMap((format): Source[] => {
    const known = (lengthIsLimited ? FORMATS_WITH_A_LENGTH.get(format) : undefined) ?? FORMATS.get(format);
    if (known !== undefined) return [{ pattern: `^(${known})$`, keyword: "format", name: format, place }];
    if (!hasPattern && !FREE_FORMATS.has(format)) {
      const all = [...FORMATS.keys(), ...FREE_FORMATS].join(", ");
      shapes.refuse(
        place,
        `\`format\` is \`${format}\`; the formats are ${all}; for others use a \`pattern\``,
      );
    }
    return [];
  });
}

/** Writes one pattern directly; null if that could violate the length limits, or the pattern has look-ahead. */
function fromOnePattern(
  source: Source,
  { min, max }: Lengths,
  { translation, writing }: StringOptions,
): Expression | null {
  const { patterns } = translation;
  const { pattern, name, place: pointer } = source;
  const search = patterns.of(pattern, pointer);
  if (search.hasAssertions) return null;
  const { counted, lengths } = search;
  if (counted) {
    const [least, largest] = [Math.max(min, counted.min), Math.min(max, counted.max)];
    if (largest === Number.POSITIVE_INFINITY) return writing.run(counted.set, least);
    return repeat(writing.character(counted.set), least, largest);
  }
  if (lengths.min < min || lengths.max > max) return null;
  return patterns.matching(pattern, { writing, name, pointer });
}

interface StringRules {
  readonly shape: Shape;
  readonly lengths: Lengths;
}

/**
 * Writes all patterns and length limits as an automaton. If that is too large, a single pattern without look-ahead is
 * narrowed to texts that fit the length limit.
 */
function fromAllPatterns(
  sources: readonly Source[],
  { shape, lengths }: StringRules,
  options: StringOptions,
): Expression {
  const { translation, writing, free } = options;
  const { patterns, shapes } = translation;
  const [only, ...others] = sources;
  if (!only) return free(lengths.min, lengths.max);
  const { name, place: pointer, keyword } = only;
  const all = { sources: sources.map(({ pattern }) => pattern), ...lengths };
  try {
    return patterns.satisfying(all, { writing, name, pointer });
  } catch (error) {
    if (!(error instanceof Untranslatable)) throw error;
    const search = patterns.of(only.pattern, pointer);
    const isDirect = others.length === 0 && !search.hasAssertions;
    const fitting =
      isDirect && search.lengths.min >= lengths.min ? search.fittingTexts(lengths.max, writing) : null;
    if (fitting) return translation.grammar.add(name, fitting);
    if (isDirect) {
      const limit = shape.minLength === undefined ? "maxLength" : "minLength";
      shapes.refuse(
        `${shape.pointer}/${limit}`,
        `\`${limit}\` is too large together with this \`${keyword}\`: let the ${keyword} enforce it, or make it smaller`,
      );
      return patterns.matching(only.pattern, { writing, name, pointer });
    }
    shapes.refuse(pointer, `\`${keyword}\`: ${error.message}; use a single \`pattern\` without look-ahead`);
    return search.hasAssertions
      ? free(lengths.min, lengths.max)
      : patterns.matching(only.pattern, { writing, name, pointer });
  }
}
