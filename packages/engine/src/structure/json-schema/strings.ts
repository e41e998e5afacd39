import { type Expression, repeat, type Writing } from "../grammar/index.ts";
import type { Lengths } from "../pattern/index.ts";
import { Untranslatable } from "../structure-error.ts";
import { FORMATS, WITHOUT_LOOK_AHEAD } from "./formats.ts";
import type { Shape } from "./shape.ts";
import type { Translation } from "./translation.ts";

export interface StringOptions {
  readonly translation: Translation;
  readonly writing: Writing;
  /** So many characters of any kind. `max` may be infinite. */
  free(min: number, max: number): Expression;
}

/** What a string may say. A pattern of the whole text says it in the place of a format, which then only names it. */
export function stringContent(shape: Shape, options: StringOptions): Expression {
  const { limits, shapes } = options.translation;
  const { minLength: min = 0, maxLength: most = Number.POSITIVE_INFINITY } = shape;
  if (min > limits.repetition) {
    throw shapes.fault(`${shape.pointer}/minLength`, `\`minLength\` is more than ${limits.repetition}`);
  }
  const max = most > limits.repetition ? Number.POSITIVE_INFINITY : most;
  const free = options.free(min, max);
  const matched = ofPattern(shape, { min, max }, options);
  return matched ?? ofFormat(shape, { min, max }, options) ?? free;
}

/** Null where there is none, or none that can be held to. */
function ofPattern(shape: Shape, { min, max }: Lengths, options: StringOptions): Expression | null {
  const { format } = shape;
  const pattern = WITHOUT_LOOK_AHEAD.get(shape.pattern ?? "") ?? shape.pattern;
  const { translation, writing } = options;
  const { patterns, shapes } = translation;
  if (pattern === undefined) return null;
  const place = `${shape.pointer}/pattern`;
  try {
    const { isWhole, counted, lengths } = patterns.of(pattern, place);
    if (format !== undefined && FORMATS.has(format) && !isWhole) {
      const reason = "`pattern` is supported beside `format` only where it is one of the whole text, `^…$`";
      shapes.refuse(place, reason);
      return null;
    }
    if (counted) {
      const [least, largest] = [Math.max(min, counted.min), Math.min(max, counted.max)];
      if (largest === Number.POSITIVE_INFINITY) return writing.run(counted.set, least);
      return repeat(writing.character(counted.set), least, largest);
    }
    if (lengths.min < min || lengths.max > max) refuseLengths(shape, translation, "pattern");
    return patterns.matching(pattern, writing, "pattern", place);
  } catch (error) {
    if (!(error instanceof Untranslatable)) throw error;
    shapes.refuse(place, `\`pattern\`: ${error.message}`);
    return null;
  }
}

/** Null where there is none, or none that can be held to. */
function ofFormat(shape: Shape, { min, max }: Lengths, options: StringOptions): Expression | null {
  const { translation, writing } = options;
  const { patterns, shapes } = translation;
  if (shape.format === undefined) return null;
  const place = `${shape.pointer}/format`;
  const source = FORMATS.get(shape.format);
  if (source === undefined) {
    const known = [...FORMATS.keys()].join(", ");
    shapes.refuse(
      place,
      `\`format\` is \`${shape.format}\`; there are: ${known}; any other one with a \`pattern\``,
    );
    return null;
  }
  const pattern = `^(${source})$`;
  const { lengths } = patterns.of(pattern, place);
  if (lengths.min < min || lengths.max > max) refuseLengths(shape, translation, "format");
  return patterns.matching(pattern, writing, shape.format, place);
}

function refuseLengths(shape: Shape, { shapes }: Translation, beside: string): void {
  const keyword = shape.minLength === undefined ? "maxLength" : "minLength";
  shapes.refuse(
    `${shape.pointer}/${keyword}`,
    `\`${keyword}\` is supported beside \`${beside}\` only where the ${beside} itself keeps to it`,
  );
}
